using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>From this day on the meetings of a series begin at another local time in a zone.</summary>
public sealed record ClockMove(LocalDate From, LocalTime Before, LocalTime After);

/// <summary>What a series looks like from another zone: "stays at 15:00 in Paris; moves for Toronto on 8 March".</summary>
public static class SeriesClock
{
    /// <summary>The moves between meetings that follow each other; none where the reading stays.</summary>
    public static IReadOnlyList<ClockMove> Seen(IEnumerable<Instant> starts, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        var moves = new List<ClockMove>();
        LocalDateTime? before = null;
        foreach (var local in starts.Order().Select(s => s.InZone(tz).LocalDateTime))
        {
            if (before is { } last && last.TimeOfDay != local.TimeOfDay)
                moves.Add(new ClockMove(local.Date, last.TimeOfDay, local.TimeOfDay));
            before = local;
        }

        return moves;
    }
}
