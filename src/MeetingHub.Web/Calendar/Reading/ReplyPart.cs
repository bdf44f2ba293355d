using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>One VEVENT of a reply. In a COUNTER its times are the ones proposed; in a REPLY they repeat the invitation's.</summary>
internal sealed class ReplyPart(CalendarPart part, ReplyMethod method, ForeignZones zones)
{
    private const int LongestUid = 255;

    public IEnumerable<CalendarReply> Read()
    {
        if (part.Value("UID") is not { Length: > 0 and <= LongestUid } uid)
            return [];

        // One instance was answered, but which cannot be read: better nothing than an answer for the whole series.
        if (part.First("RECURRENCE-ID") is { } written && WrittenTime.Of(written) is null)
            return [];

        var attendees = part.All("ATTENDEE").ToList();
        return attendees
            .Where(line => attendees.Count == 1 || IsAnswered(line))
            .Select(line => Reply(line, uid))
            .OfType<CalendarReply>();
    }

    // Of everybody who was invited, only those are of interest of whom it says something.
    private static bool IsAnswered(ContentLine attendee) => AnswerOf(attendee) is not (null or Answer.NeedsAction);

    private CalendarReply? Reply(ContentLine attendee, string uid) =>
        CalendarAddress.Of(attendee) is { } address
            ? new CalendarReply(
                method,
                uid,
                Instance(),
                CalendarAddress.Of(part.First("ORGANIZER")),
                address,
                AnswerOf(attendee) ?? (method == ReplyMethod.Reply ? Answer.NeedsAction : null),
                ForeignEvent.SequenceOf(part),
                InstantOf("DTSTAMP"),
                ReplyComment.Of(part, attendee),
                method == ReplyMethod.Counter ? InstantOf("DTSTART") : null,
                method == ReplyMethod.Counter ? ProposedEnd() : null
            )
            : null;

    // Delegated: somebody else may come, so the seat is neither taken nor given up. A declined seat could be given away
    // before the secretary has read who comes instead (the comment says it).
    private static Answer? AnswerOf(ContentLine attendee) =>
        attendee.Parameter("PARTSTAT")?.ToUpperInvariant() switch
        {
            "ACCEPTED" => Answer.Accepted,
            "DECLINED" => Answer.Declined,
            "TENTATIVE" or "DELEGATED" => Answer.Tentative,
            null => null,
            _ => Answer.NeedsAction,
        };

    private Instant? ProposedEnd()
    {
        if (InstantOf("DTEND") is { } end)
            return end;

        return InstantOf("DTSTART") is { } start && WrittenDuration.Parse(part.Value("DURATION")) is { } length
            ? start + Duration.FromDays(length.Days) + length.Time
            : null;
    }

    // When its zone is unknown it is read as if that did not matter: an instance at that instant is in no meeting, so a
    // secretary gets to see the reply, while none at all would mean the whole series.
    private Instant? Instance() =>
        WrittenTime.Of(part.First("RECURRENCE-ID")) is { } time ? zones.InstantOf(time) : null;

    private Instant? InstantOf(string property) =>
        WrittenTime.Of(part.First(property)) is { } time && !zones.Of(time).IsGuess ? zones.InstantOf(time) : null;
}
