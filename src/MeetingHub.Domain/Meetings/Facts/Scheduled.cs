using NodaTime;

namespace MeetingHub.Domain.Meetings.Facts;

/// <summary>The two communities and the languages in which each side's wording must stand.</summary>
public sealed record MeetingScheduled(
    Guid HostId,
    Guid PartnerId,
    string HostLanguage,
    string PartnerLanguage,
    MeetingPlan Plan,
    SeriesPlace? Series = null
) : MeetingEvent;

/// <summary>The time changed, and possibly other things with it: everyone is told again with a higher SEQUENCE.</summary>
public sealed record MeetingRescheduled(MeetingPlan Plan) : MeetingEvent;

/// <summary>
/// Put off to the time that was agreed for the case of being cut off. Unlike a move it may come in the middle of the meeting,
/// which then waits to be opened again.
/// </summary>
public sealed record MeetingPostponed(MeetingPlan Plan) : MeetingEvent;

/// <summary>Something but the time changed.</summary>
public sealed record MeetingDetailsChanged(MeetingPlan Plan) : MeetingEvent;

public sealed record MeetingCancelled(string? Reason) : MeetingEvent;

/// <summary><paramref name="AskedBy"/> is the side whose secretary asked them; null when they came by themselves.</summary>
public sealed record PersonInvited(
    Guid SeatId,
    Guid PersonId,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    bool HasAccount,
    Side? AskedBy = null
) : MeetingEvent;

/// <summary>The person is asked no longer; their calendar gets a CANCEL.</summary>
public sealed record PersonUninvited(Guid SeatId) : MeetingEvent;

public sealed record RepresentativeNamed(Side Side, Guid SeatId) : MeetingEvent;

/// <summary><paramref name="ShownTo"/> is the side whose secretary saw the link; null when it was only mailed.</summary>
public sealed record JoinLinkIssued(Guid LinkId, Guid SeatId, Instant Expires, Side? ShownTo = null) : MeetingEvent;

public sealed record JoinLinkRevoked(Guid LinkId) : MeetingEvent;

/// <summary><paramref name="StampedAt"/> is the DTSTAMP of a reply by mail; null when it was given on a page.</summary>
public sealed record InvitationAnswered(Guid SeatId, Answer Answer, string? Note, Instant? StampedAt = null)
    : MeetingEvent;

public sealed record TimeProposed(Guid SeatId, ProposedTime Time, Instant? StampedAt = null) : MeetingEvent;
