using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Periods of VFREEBUSY (RFC 5545 section 3.6.4). Whatever is not FREE is busy, kinds nobody knows too.</summary>
internal static class FreeBusyPart
{
    public static void Read(CalendarPart calendar, BusyTimes busy)
    {
        var listed = calendar.Named("VFREEBUSY").SelectMany(part => part.All("FREEBUSY"));
        foreach (var line in listed.Where(line => !IsFree(line)))
        {
            foreach (var period in line.Value.Split(',').TakeWhile(_ => busy.Effort.CanStep()))
            {
                if (PeriodOf(period) is { } stretch)
                    busy.Add(stretch.Start, stretch.End);
            }
        }
    }

    private static bool IsFree(ContentLine line) =>
        string.Equals(line.Parameter("FBTYPE"), "FREE", StringComparison.OrdinalIgnoreCase);

    // RFC 5545 has these in UTC alone, so a Z that was forgotten is added.
    private static Interval? PeriodOf(string period)
    {
        if (period.Split('/') is not [var first, var last] || WrittenTime.Parse(first, null) is not { } start)
            return null;

        var from = start.Local.InUtc().ToInstant();
        var to = WrittenDuration.Parse(last) is { } length
            ? from + Duration.FromDays(length.Days) + length.Time
            : WrittenTime.Parse(last, null)?.Local.InUtc().ToInstant();
        return to > from ? new Interval(from, to.Value) : null;
    }
}
