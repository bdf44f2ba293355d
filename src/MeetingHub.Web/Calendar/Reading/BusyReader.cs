using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Reads when somebody is busy out of a calendar that they, or whoever got hold of their address, wrote. It never throws
/// and ends within a second whatever the bytes; what is in doubt is busy.
/// </summary>
public static class BusyReader
{
    /// <param name="calendar">iCalendar, as it came.</param>
    /// <param name="window">What is asked about, with both ends.</param>
    /// <param name="homeZone">Tz id of the owner's zone, for times without one and for whole days.</param>
    public static BusyReading Read(byte[] calendar, Interval window, string homeZone)
    {
        if (!window.HasStart || !window.HasEnd || window.Duration == Duration.Zero)
            return new BusyReading([], null);

        var source = CalendarSource.Read(calendar);
        var effort = new Effort();
        var busy = new BusyTimes(window, effort);
        foreach (var part in source.Calendars)
        {
            var home = ZoneNames.FromDatabase(homeZone) ?? ZoneNames.FromDatabase(part.Value("X-WR-TIMEZONE"));
            var zones = new ForeignZones(part, home, effort);
            FreeBusyPart.Read(part, busy);
            EventSeries.Read(part, zones, busy);
        }

        return new BusyReading(busy.Merged(), source.Fault ?? effort.Fault);
    }
}
