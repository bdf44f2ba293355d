namespace MeetingHub.Web.Calendar;

/// <summary>
/// One meeting as a file to be opened once (METHOD:PUBLISH). Unlike a feed it has no name and asks for no refreshing: with those,
/// Outlook opens a calendar of its own instead of putting the event into the person's.
/// </summary>
public static class EventFile
{
    public static string Write(FeedEntry entry)
    {
        var span = ZonedSpan.Of(entry.Start, entry.Length, entry.ZoneId);
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, "PUBLISH");
        // The zone is defined for the meeting's time and for its place in the series, which may lie months apart.
        VTimeZone.WriteFor(ics, entry.Instance is { } instance ? [span, instance.Span(entry.Length)] : [span]);
        FeedCalendar.WriteEvent(ics, entry, span);
        ics.End("VCALENDAR");
        return ics.ToString();
    }
}
