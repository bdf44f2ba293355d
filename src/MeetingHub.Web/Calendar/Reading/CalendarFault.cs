namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Why a calendar that somebody else wrote could not be read, or not to its end.</summary>
public enum CalendarFault
{
    /// <summary>More than <see cref="CalendarSource.LargestCalendar"/> bytes.</summary>
    TooLarge,

    /// <summary>Text in an encoding that no calendar uses, or broken in it.</summary>
    BadEncoding,

    /// <summary>No VCALENDAR, one that is cut off before its end, or one nested past all reason.</summary>
    NotACalendar,

    /// <summary>More events than <see cref="CalendarSource.MostEvents"/>.</summary>
    TooManyEvents,

    /// <summary>Its rules repeat more often than anybody meets.</summary>
    TooManyOccurrences,

    /// <summary>Its rules ask for more work than a reader is worth.</summary>
    TooSlow,
}
