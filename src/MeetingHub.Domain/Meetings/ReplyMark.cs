using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>
/// Which of our letters a calendar's reply answers (SEQUENCE), and when the reply was made (DTSTAMP): mail comes late and out
/// of order (RFC 5546, section 2.1.5).
/// </summary>
public sealed record ReplyMark(int Sequence, Instant? Stamp)
{
    /// <summary>
    /// R3: it speaks of a time that is no longer meant. SEQUENCE also rises when somebody is uninvited; that leaves the time as
    /// it is, and whoever answered the letter before has answered the question that still stands.
    /// </summary>
    public bool IsStale(Meeting meeting) => Sequence < meeting.TimeSequence;

    /// <summary>R3: this person said something else since, by mail or on a page. Their last word counts.</summary>
    public bool IsOvertaken(Seat seat) => Stamp < (seat.StampedAt ?? seat.AnsweredAt);

    /// <summary>No later than now: a calendar whose clock runs ahead must not outvote what its owner says tomorrow.</summary>
    public Instant? StampBy(Instant now) => Stamp is { } stamp ? Instant.Min(stamp, now) : null;
}
