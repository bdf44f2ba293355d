using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>The two zones of a calendar: the reader's own, and the one of those whom they meet.</summary>
public static class CalendarZones
{
    /// <summary>The zone that was asked for if the reader meets somebody there, else the most frequent in view, else any; null when all live by one clock.</summary>
    public static string? Other(string? asked, IEnumerable<CalendarEntry> inView, IReadOnlyList<string> met) =>
        met.FirstOrDefault(z => z == asked)
        ?? inView
            .SelectMany(e => e.Elsewhere.Select(p => p.Zone))
            .GroupBy(z => z, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? (met.Count > 0 ? met[0] : null);

    /// <summary>
    /// The days from which on the two clocks stand otherwise to each other than the day before: one side has changed its clock,
    /// the other has not, or not on that day.
    /// </summary>
    public static IEnumerable<LocalDate> Shifts(IEnumerable<LocalDate> days, string mine, string other)
    {
        var (here, there) = (Zone(mine), Zone(other));
        Offset? before = null;
        foreach (var day in days)
        {
            var noon = here.AtLeniently(day.At(LocalTime.Noon)).ToInstant();
            var apart = there.GetUtcOffset(noon) - here.GetUtcOffset(noon);
            if (before is { } last && apart != last)
                yield return day;
            before = apart;
        }
    }

    /// <summary>What the other side's clock shows at an hour of a day of mine, as the whole day's difference is at noon.</summary>
    public static LocalDateTime There(LocalDate day, int hour, string mine, string other)
    {
        var (here, there) = (Zone(mine), Zone(other));
        var noon = here.AtLeniently(day.At(LocalTime.Noon)).ToInstant();
        var apart = there.GetUtcOffset(noon) - here.GetUtcOffset(noon);
        return day.AtMidnight().PlusHours(hour).PlusSeconds(apart.Seconds);
    }

    private static DateTimeZone Zone(string zone) => DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
}
