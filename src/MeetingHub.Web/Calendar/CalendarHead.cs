namespace MeetingHub.Web.Calendar;

/// <summary>The first lines of every calendar we send.</summary>
internal static class CalendarHead
{
    /// <param name="ics">The calendar to begin.</param>
    /// <param name="method">The iTIP method; null for a plain file of tasks.</param>
    public static void Begin(IcsWriter ics, string? method)
    {
        ics.Begin("VCALENDAR");
        ics.Value("VERSION", "2.0");
        ics.Value("PRODID", "-//MeetingHub//MeetingHub//EN");
        ics.Value("CALSCALE", "GREGORIAN");
        if (method is not null)
            ics.Value("METHOD", method);
    }
}
