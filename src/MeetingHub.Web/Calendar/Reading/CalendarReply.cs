using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

public enum ReplyMethod
{
    Reply,
    Counter,
}

/// <summary>
/// One person's answer to one invitation, as a calendar program wrote it (iTIP REPLY or COUNTER, RFC 5546). Nothing in it is
/// proved: who sent it must be compared with <paramref name="Attendee"/> before it means anything.
/// </summary>
/// <param name="Method">An answer, or a proposal of another time.</param>
/// <param name="Uid">UID of the meeting, as it stands.</param>
/// <param name="Instance">The instant of RECURRENCE-ID, in whatever zone it was written; null for the whole meeting.</param>
/// <param name="Organizer">Mail address in lower case, or null: Exchange strips it.</param>
/// <param name="Attendee">Mail address in lower case, without <c>mailto:</c>, its domain in letters.</param>
/// <param name="Answer">Null for a COUNTER that gives none.</param>
/// <param name="Sequence">The version of the invitation that was answered; 0 when it is not said.</param>
/// <param name="Stamp">When it was written, by its writer's clock.</param>
/// <param name="Comment">At most <see cref="Attending.LongestNote"/> characters, or null.</param>
/// <param name="ProposedStart">Of a COUNTER: the time that would suit.</param>
/// <param name="ProposedEnd">Of a COUNTER: its end.</param>
public sealed record CalendarReply(
    ReplyMethod Method,
    string Uid,
    Instant? Instance,
    string? Organizer,
    string Attendee,
    Answer? Answer,
    int Sequence,
    Instant? Stamp,
    string? Comment,
    Instant? ProposedStart,
    Instant? ProposedEnd
);
