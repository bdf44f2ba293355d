using System.Threading.Channels;
using MeetingHub.Web.Data;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Mail.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Mail.Inbox;

/// <summary>Reads a loopback mailbox into a database, and hears what is handed over.</summary>
internal sealed class Reading(IDbContextFactory<HubDb> databases, IOptions<MailSettings> settings) : IInboundLetters
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly Channel<object> heard = Channel.CreateUnbounded<object>();

    /// <summary>What takes the letters in; by default anything is ours.</summary>
    public Func<InboundLetter, Task<bool>> Take { get; set; } = _ => Task.FromResult(true);

    public IReadOnlyList<InboundLetter> Letters => [.. All().OfType<InboundLetter>()];

    public IReadOnlyList<UndeliveredLetter> Undelivered => [.. All().OfType<UndeliveredLetter>()];

    /// <summary>One look into the mailbox on a connection of its own.</summary>
    public async Task Once()
    {
        using var line = await InboxLine.Open(settings.Value.Imap, TimeProvider.System, Ct);
        await Round().Read(line, Ct);
    }

    public InboxReader Reader() => new(settings, Round(), TimeProvider.System, NullLogger<InboxReader>.Instance);

    /// <summary>The next letter that is handed over, whenever that is.</summary>
    public async Task<InboundLetter> Next()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return (InboundLetter)await heard.Reader.ReadAsync(patience.Token);
    }

    public Task<bool> Handle(InboundLetter letter, CancellationToken stop)
    {
        heard.Writer.TryWrite(letter);
        return Take(letter);
    }

    public Task<bool> Handle(UndeliveredLetter letter, CancellationToken stop)
    {
        heard.Writer.TryWrite(letter);
        return Task.FromResult(true);
    }

    public InboxRound Round() =>
        new(this, new InboxMemory(databases, SystemClock.Instance), settings, NullLogger<InboxRound>.Instance);

    private readonly List<object> all = [];

    private List<object> All()
    {
        while (heard.Reader.TryRead(out var one))
            all.Add(one);
        return all;
    }
}
