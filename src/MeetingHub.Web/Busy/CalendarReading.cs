using MeetingHub.Web.Calendar.Reading;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>A calendar's bytes as an answer. One that could not be read whole is unknown, whatever was read of it.</summary>
public static class CalendarReading
{
    public static BusyAnswer Of(byte[] calendar, Interval window, string homeZone, Instant asOf)
    {
        var reading = BusyReader.Read(calendar, window, homeZone);
        return reading.Fault is { } fault
            ? new BusyAnswer.Unknown(FaultOf(fault))
            : new BusyAnswer.Known(Stretches.Merge(reading.Busy, window), asOf);
    }

    private static BusyFault FaultOf(CalendarFault fault) =>
        fault switch
        {
            CalendarFault.TooLarge or CalendarFault.TooManyEvents or CalendarFault.TooManyOccurrences =>
                BusyFault.TooLarge,
            CalendarFault.TooSlow => BusyFault.TooSlow,
            _ => BusyFault.NotACalendar,
        };
}
