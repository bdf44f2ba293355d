using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>What is known of a deck's content: measured, being measured, or estimated meanwhile.</summary>
internal sealed class FitReports(IDbContextFactory<HubDb> databases, FitCheck check, FitEstimate estimate, IClock clock)
    : IFitWishes
{
    private readonly ConcurrentDictionary<string, bool> pending = new(StringComparer.Ordinal);

    private readonly Channel<CompiledDeck> wanted = Channel.CreateBounded<CompiledDeck>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public bool CanMeasure => check.CanMeasure;

    public ChannelReader<CompiledDeck> Wanted => wanted.Reader;

    /// <summary>Asks for a measurement, which comes by itself; nobody waits for it.</summary>
    public void Want(CompiledDeck deck)
    {
        if (CanMeasure && pending.TryAdd(ContentOf(deck), true) && !wanted.Writer.TryWrite(deck))
            pending.TryRemove(ContentOf(deck), out _);
    }

    public async Task<(FitReport Report, bool IsPending)> Of(CompiledDeck deck)
    {
        var content = ContentOf(deck);
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Set<FitRow>().AsNoTracking().FirstOrDefaultAsync(f => f.Content == content) is { } row)
            return (new(true, EventJson.Read<List<Overflow>>(row.Overflows)), false);
        return (estimate.Of(deck), pending.ContainsKey(content));
    }

    public async Task Measure(CompiledDeck deck, CancellationToken stop)
    {
        var content = ContentOf(deck);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (await db.Set<FitRow>().AnyAsync(f => f.Content == content, stop))
                return;
            var report = await check.Check(deck, stop);
            // An estimate is made anew whenever somebody looks; a browser may be there then.
            if (!report.IsMeasured)
                return;
            db.Set<FitRow>()
                .Add(
                    new FitRow
                    {
                        Content = content,
                        Overflows = EventJson.Write(report.Overflows),
                        MeasuredAt = clock.GetCurrentInstant(),
                    }
                );
            await db.SaveChangesAsync(stop);
        }
        finally
        {
            pending.TryRemove(content, out _);
        }
    }

    internal static string ContentOf(CompiledDeck deck) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deck.PublicJson())))[..32] + ".json";
}
