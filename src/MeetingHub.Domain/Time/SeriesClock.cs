using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>From this day on the meetings of a series begin at another local time in a zone.</summary>
public sealed record ClockMove(LocalDate From, LocalTime Before, LocalTime After);

/// <summary>The local time of one meeting in a zone, and whether it is the one at which most meetings of the series begin there.</summary>
public sealed record ClockReading(LocalDateTime Local, bool IsUsual);

/// <summary>What a series looks like from another zone: "stays at 15:00 in Paris; moves for Toronto on 8 March".</summary>
public static class SeriesClock
{
    /// <summary>The moves between meetings that follow each other; none where the reading stays.</summary>
    public static IReadOnlyList<ClockMove> Seen(IEnumerable<Instant> starts, string zone)
    {
        var moves = new List<ClockMove>();
        LocalDateTime? before = null;
        foreach (var local in Locals(starts, zone))
        {
            if (before is { } last && last.TimeOfDay != local.TimeOfDay)
                moves.Add(new ClockMove(local.Date, last.TimeOfDay, local.TimeOfDay));
            before = local;
        }

        return moves;
    }

    /// <summary>Each meeting as the zone's clock shows it, in order; of two times as frequent the first is the usual one.</summary>
    public static IReadOnlyList<ClockReading> Readings(IEnumerable<Instant> starts, string zone)
    {
        var locals = Locals(starts, zone);
        var usual = locals.GroupBy(l => l.TimeOfDay).MaxBy(g => g.Count())?.Key;
        return [.. locals.Select(l => new ClockReading(l, l.TimeOfDay == usual))];
    }

    private static List<LocalDateTime> Locals(IEnumerable<Instant> starts, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        return [.. starts.Order().Select(s => s.InZone(tz).LocalDateTime)];
    }
}
