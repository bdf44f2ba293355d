using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// The changes of clock that a VTIMEZONE must name to be right from one instant to another. Earlier ones are left out:
/// historical observances made Outlook show meetings an hour off.
/// </summary>
public static class Observances
{
    /// <summary>
    /// The observance in force at <paramref name="from"/> and all later ones that start before <paramref name="to"/>;
    /// two yearly rules when they say exactly the same, since that is the form that every client knows best.
    /// </summary>
    public static IReadOnlyList<Observance> Of(DateTimeZone zone, Instant from, Instant to)
    {
        var intervals = zone.GetZoneIntervals(from, to).ToList();
        // Dublin's winter and Casablanca's Ramadan are negative savings in the source; clients know positive ones only.
        var least = intervals.Min(interval => interval.Savings);
        var changes = intervals.Select(interval => Change(zone, interval, interval.Savings > least)).ToList();
        return YearlyRules.For(changes, to) ?? changes;
    }

    private static Observance Change(DateTimeZone zone, ZoneInterval interval, bool isDaylight)
    {
        // A clock that has not changed since 1970 is written as if it started then, as other calendars do.
        var hasChange = interval.HasStart && interval.Start > NodaConstants.UnixEpoch;
        var start = hasChange ? interval.Start : NodaConstants.UnixEpoch;
        var before = hasChange ? zone.GetUtcOffset(start - Duration.Epsilon) : interval.WallOffset;
        return new Observance(
            isDaylight,
            start.WithOffset(before).LocalDateTime,
            before,
            interval.WallOffset,
            interval.Name,
            Rule: null
        );
    }
}
