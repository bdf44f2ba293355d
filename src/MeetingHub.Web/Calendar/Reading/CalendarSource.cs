namespace MeetingHub.Web.Calendar.Reading;

/// <summary>What stands in the bytes of a calendar, or why nothing does.</summary>
internal sealed record CalendarSource(IReadOnlyList<CalendarPart> Calendars, CalendarFault? Fault)
{
    /// <summary>In bytes. Feeds of one person over several years are a few hundred KiB.</summary>
    public const int LargestCalendar = 1 << 20;

    /// <summary>Events, free/busy parts, tasks and zones in one file.</summary>
    public const int MostEvents = 5000;

    /// <summary>VCALENDAR, VEVENT, VALARM are three; anything deeper is an attack on readers that recurse.</summary>
    public const int Deepest = 8;

    public static CalendarSource Read(byte[] calendar)
    {
        if (calendar.Length > LargestCalendar)
            return new CalendarSource([], CalendarFault.TooLarge);

        return CalendarText.Of(calendar) is { } text
            ? CalendarTree.Grow(text)
            : new CalendarSource([], CalendarFault.BadEncoding);
    }
}
