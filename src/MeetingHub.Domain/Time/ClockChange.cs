using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>A day on which a zone's clocks are put forward (a positive amount) or back.</summary>
public sealed record ClockChange(LocalDate Day, string Zone, Offset By)
{
    /// <summary>The change of a day, or null on an ordinary one. What is changed at midnight belongs to the day that begins.</summary>
    public static ClockChange? On(LocalDate day, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        var start = tz.AtStartOfDay(day).ToInstant();
        var (before, after) = (
            tz.GetUtcOffset(start - Duration.Epsilon),
            tz.GetUtcOffset(tz.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon)
        );
        return before == after ? null : new ClockChange(day, LocalSlot.Canonical(zone), after - before);
    }
}
