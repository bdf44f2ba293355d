using System.Globalization;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>What busy time needs of one VEVENT.</summary>
internal sealed record ForeignEvent(CalendarPart Part, WrittenTime Start, WrittenTime? Instance, int Sequence)
{
    public string? Uid => Part.Value("UID");

    /// <summary>Null without a time that can be read: there is nothing to keep free of then.</summary>
    public static ForeignEvent? Of(CalendarPart part) =>
        WrittenTime.Of(part.First("DTSTART")) is { } start
            ? new ForeignEvent(part, start, WrittenTime.Of(part.First("RECURRENCE-ID")), SequenceOf(part))
            : null;

    /// <summary>Zero when it is missing (RFC 5545 section 3.8.7.4) or cannot be read.</summary>
    public static int SequenceOf(CalendarPart part) =>
        int.TryParse(part.Value("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : 0;

    /// <summary>
    /// Whether it keeps its owner from meeting. A declined event does only when nothing says who the owner is; tentative
    /// ones do.
    /// </summary>
    public bool IsBusy(string? owner) =>
        !Part.Says("TRANSP", "TRANSPARENT")
        && !Part.Says("STATUS", "CANCELLED")
        && !Part.Says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
        && (owner is null || !IsDeclinedBy(owner));

    private bool IsDeclinedBy(string owner) =>
        Part.All("ATTENDEE")
            .Any(line =>
                string.Equals(line.Parameter("PARTSTAT"), "DECLINED", StringComparison.OrdinalIgnoreCase)
                && CalendarAddress.Of(line) == owner
            );
}
