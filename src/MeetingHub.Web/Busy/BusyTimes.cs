using System.Collections.Concurrent;
using System.Security.Cryptography;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// When people are busy: what their own calendars say, and the meetings of this house. A calendar that cannot be read says
/// "unknown", never "free"; what we know ourselves stands beside it.
/// </summary>
public sealed class BusyTimes(
    IDbContextFactory<HubDb> databases,
    IEnumerable<IBusySource> sources,
    IOwnMeetings ownMeetings,
    IOptions<BusySettings> settings,
    IClock clock,
    ILogger<BusyTimes> logger
) : IDisposable
{
    private const int AtOnce = 8;
    private static readonly Duration FreshWhenKnown = Duration.FromMinutes(5);
    private static readonly Duration FreshWhenUnknown = Duration.FromMinutes(1);

    // As far as a search usually looks. One reading then answers every search, however it moves along the weeks.
    private static readonly Duration Ahead = Duration.FromDays(43);

    private readonly ConcurrentDictionary<Guid, (string Sealed, SourceReading Reading)> lastReadings = new();
    private readonly SemaphoreSlim slots = new(AtOnce, AtOnce);

    /// <param name="people">Whoever is not in the database, or has no source, is unknown.</param>
    /// <param name="window">Has a beginning and an end.</param>
    /// <param name="except">A meeting of ours that is to be moved, and so does not count.</param>
    public async Task<IReadOnlyDictionary<Guid, BusyAnswer>> Of(
        IReadOnlyCollection<Guid> people,
        Interval window,
        CancellationToken stop,
        Guid? except = null
    )
    {
        var own = await ownMeetings.Of(people, window, except, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.BusySources.AsNoTracking().Where(b => people.Contains(b.PersonId)).ToListAsync(stop);

        // Somebody waits for the page: many slow calendars together may cost no more than two in turn.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(2 * Longest);
        var read = await Task.WhenAll(
            rows.Select(async row => (row.PersonId, Answer: await Recent(row, window, limited.Token)))
        );
        stop.ThrowIfCancellationRequested();

        var answers = read.ToDictionary(r => r.PersonId, r => r.Answer);
        return people
            .Distinct()
            .ToDictionary(p => p, p => With(own[p], answers.GetValueOrDefault(p) ?? NoSource, window));
    }

    /// <summary>Asks a source itself, unless that was done within the last minute. Our own meetings are not in the answer.</summary>
    public async Task<BusyAnswer> ReadNow(BusySourceRow row, Interval window, CancellationToken stop)
    {
        var answer = Last(row) is { } last && !IsOld(last, FreshWhenUnknown) ? last.Answer : null;
        if (answer is null || !Last(row)!.Covers(window))
            answer = await Read(row, window, stop);
        stop.ThrowIfCancellationRequested();
        return Within(answer, window);
    }

    /// <summary>How the last reading of a source went, since the server was started.</summary>
    public SourceReading? Last(BusySourceRow row) =>
        lastReadings.TryGetValue(row.PersonId, out var kept) && kept.Sealed == Seal(row) ? kept.Reading : null;

    public void Dispose() => slots.Dispose();

    private TimeSpan Longest => TimeSpan.FromSeconds(settings.Value.TimeoutSeconds);

    private static BusyAnswer NoSource => new BusyAnswer.Unknown(BusyFault.NotConfigured);

    private async Task<BusyAnswer> Recent(BusySourceRow row, Interval window, CancellationToken stop)
    {
        if (
            Last(row) is { } last
            && last.Covers(window)
            && !IsOld(last, last.Answer is BusyAnswer.Known ? FreshWhenKnown : FreshWhenUnknown)
        )
            return last.Answer;
        try
        {
            await slots.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return new BusyAnswer.Unknown(BusyFault.TooSlow);
        }

        try
        {
            return await Read(row, window, stop);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<BusyAnswer> Read(BusySourceRow row, Interval window, CancellationToken stop)
    {
        var asked = Widened(window);
        var answer = await Ask(row, asked, stop);
        // Stopped half-way by whoever asked is nothing to tell the next one.
        if (!stop.IsCancellationRequested)
            lastReadings[row.PersonId] = (Seal(row), new SourceReading(answer, asked, clock.GetCurrentInstant()));
        return answer;
    }

    private async Task<BusyAnswer> Ask(BusySourceRow row, Interval window, CancellationToken stop)
    {
        if (sources.FirstOrDefault(s => s.Kind == row.Kind) is not { } source)
            return NoSource;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(Longest);
        try
        {
            // A source that heeds no token is left behind.
            return await Task.Run(() => source.Read(row, window, limited.Token), limited.Token)
                .WaitAsync(limited.Token);
        }
        catch (OperationCanceledException)
        {
            return new BusyAnswer.Unknown(BusyFault.TooSlow);
        }
        catch (CryptographicException)
        {
            return new BusyAnswer.Unknown(BusyFault.KeysLost);
        }
        catch (Exception fault)
        {
            // The type alone: a message may hold the secret address.
            logger.LogWarning("A busy source of kind {Kind} failed: {Fault}", row.Kind, fault.GetType().Name);
            return new BusyAnswer.Unknown(BusyFault.NotReachable);
        }
    }

    private static BusyAnswer With(IEnumerable<Interval> own, BusyAnswer answer, Interval window) =>
        answer switch
        {
            BusyAnswer.Known known => known with { Times = Stretches.Merge([.. known.Times, .. own], window) },
            BusyAnswer.Unknown unknown => unknown with { Times = Stretches.Merge([.. unknown.Times, .. own], window) },
            _ => answer,
        };

    private static BusyAnswer Within(BusyAnswer answer, Interval window) => With([], answer, window);

    private bool IsOld(SourceReading reading, Duration fresh) => clock.GetCurrentInstant() - reading.At >= fresh;

    private Interval Widened(Interval window)
    {
        var today = Midnight(clock.GetCurrentInstant());
        var usual = new Interval(today, today + Ahead);
        return usual.Start <= window.Start && window.End <= usual.End
            ? usual
            : new Interval(Midnight(window.Start), Midnight(window.End) + Duration.FromDays(1));
    }

    private static Instant Midnight(Instant instant) =>
        instant.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    // Sealing the same address again gives another text: a source entered anew is another source.
    private static string Seal(BusySourceRow row) => $"{row.Kind} {row.Address} {row.User} {row.Password}";
}
