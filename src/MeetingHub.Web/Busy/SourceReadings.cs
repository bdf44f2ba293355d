using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// Reads people's sources and remembers for a few minutes what they said. Whatever a source does, throw or hang, is an answer
/// in time: "unknown".
/// </summary>
public sealed class SourceReadings(
    IEnumerable<IBusySource> sources,
    IOptions<BusySettings> settings,
    IClock clock,
    ILogger<SourceReadings> logger
) : IDisposable
{
    private const int AtOnce = 8;
    private static readonly Duration FreshWhenKnown = Duration.FromMinutes(5);
    private static readonly Duration FreshWhenUnknown = Duration.FromMinutes(1);

    // As far as a search usually looks. One reading then answers every search, however it moves along the weeks.
    private static readonly Duration Ahead = Duration.FromDays(43);

    private readonly ConcurrentDictionary<Guid, (string Sealed, SourceReading Reading)> lastReadings = new();
    private readonly SemaphoreSlim slots = new(AtOnce, AtOnce);

    /// <summary>How the last reading of a source went, since the server was started.</summary>
    public SourceReading? Last(BusySourceRow row) =>
        lastReadings.TryGetValue(row.PersonId, out var kept) && kept.Sealed == Seal(row) ? kept.Reading : null;

    /// <summary>What the source says; a few minutes old at most. It may reach beyond the window.</summary>
    public async Task<BusyAnswer> Recent(BusySourceRow row, Interval window, CancellationToken stop) =>
        Last(row) is { } last
        && Holds(last, window, last.Answer is BusyAnswer.Known ? FreshWhenKnown : FreshWhenUnknown)
            ? last.Answer
            : await InTurn(row, window, stop);

    /// <summary>Asks the source itself, unless that was done within the last minute.</summary>
    public async Task<BusyAnswer> Now(BusySourceRow row, Interval window, CancellationToken stop)
    {
        var answer =
            Last(row) is { } last && Holds(last, window, FreshWhenUnknown)
                ? last.Answer
                : await InTurn(row, window, stop);
        stop.ThrowIfCancellationRequested();
        return answer is BusyAnswer.Known known ? known with { Times = Stretches.Merge(known.Times, window) } : answer;
    }

    public void Dispose() => slots.Dispose();

    private async Task<BusyAnswer> InTurn(BusySourceRow row, Interval window, CancellationToken stop)
    {
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
            return await Read(row, Widened(window), stop);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<BusyAnswer> Read(BusySourceRow row, Interval window, CancellationToken stop)
    {
        var answer = await Ask(row, window, stop);
        // Stopped half-way by whoever asked is nothing to tell the next one.
        if (!stop.IsCancellationRequested)
            lastReadings[row.PersonId] = (Seal(row), new SourceReading(answer, window, clock.GetCurrentInstant()));
        return answer;
    }

    private async Task<BusyAnswer> Ask(BusySourceRow row, Interval window, CancellationToken stop)
    {
        if (sources.FirstOrDefault(s => s.Kind == row.Kind) is not { } source)
            return new BusyAnswer.Unknown(BusyFault.NotConfigured);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(TimeSpan.FromSeconds(settings.Value.TimeoutSeconds));
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

    private bool Holds(SourceReading reading, Interval window, Duration fresh) =>
        reading.Window.Start <= window.Start
        && window.End <= reading.Window.End
        && clock.GetCurrentInstant() - reading.At < fresh;

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

/// <summary>What a source said, for which window and when.</summary>
public sealed record SourceReading(BusyAnswer Answer, Interval Window, Instant At);
