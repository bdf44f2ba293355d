using MailKit;
using MailKit.Net.Imap;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// One connection to the mailbox, signed in, with its folder open. The server's certificate is checked as usual and nothing
/// turns that off: who reads this mailbox could answer for everybody.
/// </summary>
internal sealed class InboxLine : IDisposable
{
    // RFC 2177 allows 29 minutes, but routers forget a silent connection much sooner.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);
    private readonly ImapClient client;
    private readonly TimeSpan poll;
    private readonly TimeProvider time;
    private CancellationTokenSource? idle;
    private bool news;

    private InboxLine(ImapSettings settings, TimeProvider time)
    {
        client = new ImapClient { Timeout = settings.TimeoutSeconds * 1000 };
        poll = TimeSpan.FromSeconds(settings.PollSeconds);
        this.time = time;
    }

    public IMailFolder Folder { get; private set; } = null!;
    public IMailFolder? Processed { get; private set; }

    public static async Task<InboxLine> Open(ImapSettings settings, TimeProvider time, CancellationToken stop)
    {
        var line = new InboxLine(settings, time);
        try
        {
            await line.client.ConnectAsync(settings.Host, settings.Port, settings.Tls.Security(), stop);
            await line.client.SignIn(settings.User, settings.Password, settings.Tls, stop);
            if (settings.ProcessedFolder.Length > 0)
                line.Processed = await line.FindOrMake(settings.ProcessedFolder, stop);
            line.Folder = await line.client.GetFolderAsync(settings.Folder, stop);
            line.Folder.CountChanged += line.Wake;
            await line.Folder.OpenAsync(FolderAccess.ReadWrite, stop);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>What has come so far is about to be read: only what comes from now on is news.</summary>
    public void Caught() => news = false;

    /// <summary>Returns when something may have come.</summary>
    public async Task Wait(CancellationToken stop)
    {
        if (news)
            return;
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(poll, time, stop);
            await client.NoOpAsync(stop);
            return;
        }

        using var done = new CancellationTokenSource(LongestIdle, time);
        idle = done;
        try
        {
            await client.IdleAsync(done.Token, stop);
        }
        finally
        {
            idle = null;
        }
    }

    public void Dispose() => client.Dispose();

    private void Wake(object? sender, EventArgs e)
    {
        news = true;
        idle?.Cancel();
    }

    private async Task<IMailFolder> FindOrMake(string name, CancellationToken stop)
    {
        try
        {
            return await client.GetFolderAsync(name, stop);
        }
        catch (FolderNotFoundException)
        {
            var root = await client.GetFolderAsync(client.PersonalNamespaces[0].Path, stop);
            return await root.CreateAsync(name, isMessageFolder: true, stop) ?? throw new FolderNotFoundException(name);
        }
    }
}
