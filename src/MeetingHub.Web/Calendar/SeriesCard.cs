using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// One person's invitation to meetings that recur, or the cancellation of them all, with texts already in that person's
/// language.
/// </summary>
/// <param name="Usual">
/// What holds of every meeting but the exceptions. Its MeetingId is the series' id, of which the UID is made; its start and zone
/// are those of the rule's first meeting. Its Sequence rises too when an exception comes or goes (RFC 5546 section 2.1.4).
/// </param>
/// <param name="Rule">When the meetings are; one without a <see cref="Recurrence.Fault"/>.</param>
/// <param name="Exceptions">Meetings that were moved, reworded or cancelled, each on a day of the rule and once.</param>
public sealed record SeriesCard(InvitationCard Usual, Recurrence Rule, IReadOnlyList<ExceptionalMeeting> Exceptions)
{
    /// <summary>
    /// The exception as it is written. Its SEQUENCE counts the series' changes and its own, so that it falls neither when a
    /// series that was moved is told again nor when the exception alone is; so does its DTSTAMP. A reply quotes this SEQUENCE.
    /// </summary>
    public InvitationCard Written(ExceptionalMeeting exception) =>
        exception.Card with
        {
            MeetingId = Usual.MeetingId,
            Sequence = Usual.Sequence + exception.Card.Sequence,
            Stamp = Instant.Max(Usual.Stamp, exception.Card.Stamp),
        };
}

/// <summary>One meeting of a series that is not as the others are.</summary>
/// <param name="Day">The day on which the rule has it, wherever it was moved: calendars know it by that day for ever.</param>
/// <param name="Card">
/// What holds of this one: cancelled, or its own time, length and texts. Sequence counts the changes of this one alone, from
/// 0, and Stamp is that of the last of them. Its MeetingId is not written.
/// </param>
public sealed record ExceptionalMeeting(LocalDate Day, InvitationCard Card);
