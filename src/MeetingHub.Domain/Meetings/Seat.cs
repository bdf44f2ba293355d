using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>What a person does at a meeting. It says what the seat may do at the door, whatever the person is elsewhere.</summary>
public enum SeatRole
{
    Head,
    Secretary,
    Participant,
    Interpreter,

    /// <summary>The projector in the council hall: it sees what everyone sees and can do nothing.</summary>
    Chamber,
}

/// <summary>The reply to an invitation, with the names of RFC 5545's PARTSTAT.</summary>
public enum Answer
{
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
}

/// <summary>
/// One person's place in one meeting. <see cref="MayPresent"/> marks a pre-authorised co-presenter, who may take the
/// slides when their driver is lost. A removed seat keeps its id so that the record still says who was there.
/// </summary>
public sealed record Seat(
    Guid Id,
    Guid PersonId,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    bool HasAccount
)
{
    public Answer Answer { get; init; }
    public string? AnswerNote { get; init; }
    public Instant? AnsweredAt { get; init; }

    /// <summary>When the calendar that sent the last answer made it; null when that was given on a page.</summary>
    public Instant? StampedAt { get; init; }
    public ProposedTime? Proposed { get; init; }

    /// <summary>Let in by a secretary. Those with an account, and everyone where the lobby is off, need no admission.</summary>
    public bool IsAdmitted { get; init; }
    public bool IsRemoved { get; init; }

    /// <summary>Whose secretary asked them: a side is bound only by a head of its own choosing.</summary>
    public Side? AskedBy { get; init; }
}

/// <summary>Another time that an invited person asks for: a wish, never a change (RFC 5546, COUNTER).</summary>
public sealed record ProposedTime(LocalDateTime Local, string Zone, Instant Start, string? Note);

/// <summary>A personal link's place in the log: only its id; the secret behind it is kept elsewhere, as a hash.</summary>
public sealed record JoinLink(Guid Id, Guid SeatId, Instant Expires, bool IsRevoked, Side? ShownTo = null);
