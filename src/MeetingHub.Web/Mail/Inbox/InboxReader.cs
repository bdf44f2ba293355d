using MailKit.Security;
using Microsoft.Extensions.Options;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// Keeps a line to the mailbox and reads what comes in, for as long as the application runs. Whatever happens to the line, it
/// is made anew, each time after twice as long.
/// </summary>
internal sealed class InboxReader(
    IOptions<MailSettings> options,
    InboxRound round,
    TimeProvider time,
    ILogger<InboxReader> logger
) : BackgroundService
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private TimeSpan wait = ShortestWait;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Imap;
        while (settings.Host.Length > 0 && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(settings, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Asked too often with a wrong password, servers lock the account.
                if (fault is AuthenticationException)
                    wait = LongestWait;
                // The type alone: a mail server's words often repeat addresses.
                logger.LogWarning("The mailbox cannot be read: {Fault}. Again in {Wait}", fault.GetType().Name, wait);
                await Task.Delay(wait, time, stoppingToken);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
    }

    private async Task Follow(ImapSettings settings, CancellationToken stop)
    {
        using var line = await InboxLine.Open(settings, time, stop);
        logger.LogInformation("The mailbox is open");
        while (true)
        {
            line.Caught();
            await round.Read(line, stop);
            wait = ShortestWait;
            await line.Wait(stop);
        }
    }
}
