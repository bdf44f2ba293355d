using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Instances of a series that do not take place, or stand in the calendar as events of their own.</summary>
internal sealed record LeftOut(IReadOnlySet<Instant> Instants, IReadOnlySet<LocalDate> Days)
{
    public static LeftOut Of(IReadOnlyList<WrittenTime> times, ForeignEvent series, ForeignZones zones) =>
        new(
            times.Where(time => !time.IsDate).Select(zones.InstantOf).ToHashSet(),
            times.Where(time => IsWholeDay(time, series)).Select(time => time.Local.Date).ToHashSet()
        );

    public bool Holds(Instant instant, LocalDateTime local) => Instants.Contains(instant) || Days.Contains(local.Date);

    // Of a series of whole days, some clients write the instance as midnight, in UTC or on the local clock.
    private static bool IsWholeDay(WrittenTime time, ForeignEvent series) =>
        time.IsDate || (series.Start.IsDate && (!time.IsUtc || time.Local.TimeOfDay == LocalTime.Midnight));
}
