using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>A person whom a secretary asks to a meeting.</summary>
public sealed record Invitee(
    Guid SeatId,
    Guid PersonId,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    bool HasAccount
);

/// <summary>
/// Before the meeting: setting it up, changing and cancelling it, and asking people. Only a secretary of either community
/// decides here; every refusal other than a faulty plan is one of <see cref="Refusal.NotAllowed"/>,
/// <see cref="Refusal.ChangedMeanwhile"/> and the status of a meeting that is over.
/// </summary>
public static class Planning
{
    public const int MostSeats = 20_000;

    public static Decision Schedule(
        MeetingScheduled scheduled,
        Caller caller,
        IReadOnlyList<Invitee> invited,
        Instant now
    )
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (scheduled.HostId == scheduled.PartnerId)
            return Refusal.PartnerInvalid;
        if (!Language.IsKnown(scheduled.HostLanguage) || !Language.IsKnown(scheduled.PartnerLanguage))
            return Refusal.LanguageUnknown;
        if (scheduled.Plan.Fault() is { } fault)
            return fault;
        if (scheduled.Plan.Start < now)
            return Refusal.StartInThePast;
        if (FaultOf(new Meeting(Guid.Empty), invited) is { } wrong)
            return wrong;
        return Decision.Of([scheduled, .. invited.Select(i => Invited(i, caller))]);
    }

    /// <summary>
    /// The plan as a secretary would have it now. <paramref name="basedOn"/> is the revision that they saw: if it is not the
    /// latest, they are refused with <see cref="Refusal.ChangedMeanwhile"/> and shown the difference.
    /// </summary>
    public static Decision Revise(Meeting meeting, Caller caller, long basedOn, MeetingPlan plan, Instant now)
    {
        if (CannotPlan(meeting, caller) is { } refusal)
            return refusal;
        if (basedOn != meeting.PlanRevision)
            return Refusal.ChangedMeanwhile;
        if (plan.Fault() is { } fault)
            return fault;
        if (plan == meeting.Plan)
            return Decision.Of();
        if (plan.SameTime(meeting.Plan))
            return new MeetingDetailsChanged(plan);
        return plan.Start < now ? Refusal.StartInThePast : new MeetingRescheduled(plan);
    }

    /// <summary>
    /// The one press after an alert or a blackout: the meeting goes on at the time that both sides agreed to in advance. It may
    /// be open or paused then, and is neither afterwards.
    /// </summary>
    public static Decision MoveToFallback(Meeting meeting, Caller caller, Instant now)
    {
        if (CannotPlan(meeting, caller) is { } refusal)
            return refusal;
        if (meeting.Plan.Fallback is not { } slot)
            return Refusal.FallbackMissing;
        return slot.Start < now ? Refusal.StartInThePast : new MeetingPostponed(meeting.Plan.At(slot));
    }

    /// <summary>
    /// The clocks of the plan's zone follow another law than when it was agreed: the local time that people agreed to stays,
    /// and the instant moves. An hour that is now skipped or doubled is not guessed: then nothing is decided here.
    /// </summary>
    public static Decision FollowZoneLaw(Meeting meeting, IDateTimeZoneProvider zones, Instant now)
    {
        if (meeting.Status is not MeetingStatus.Scheduled)
            return Decision.Of();
        var plan = Lawful(meeting.Plan, zones);
        if (plan.Start == meeting.Plan.Start)
            return plan == meeting.Plan ? Decision.Of() : new MeetingDetailsChanged(plan);
        return plan.Start < now ? Refusal.StartInThePast : new MeetingRescheduled(plan);
    }

    public static Decision Cancel(Meeting meeting, Caller caller, string? reason)
    {
        if (CannotPlan(meeting, caller) is { } refusal)
            return refusal;
        return reason is { Length: > 1000 } ? Refusal.TextTooLong : new MeetingCancelled(reason);
    }

    public static Decision Invite(Meeting meeting, Caller caller, IReadOnlyList<Invitee> invited)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (FaultOf(meeting, invited) is { } fault)
            return fault;
        return Decision.Of([.. invited.Select(i => Invited(i, caller))]);
    }

    public static Decision Uninvite(Meeting meeting, Caller caller, Guid seatId)
    {
        if (CannotPlan(meeting, caller) is { } refusal)
            return refusal;
        if (!meeting.Seats.TryGetValue(seatId, out var seat))
            return Refusal.NotFound;
        if (Attending.IsTheOtherSidesOwn(meeting, caller, seat))
            return Refusal.NotAllowed;
        return seat.IsRemoved ? Decision.Of() : Attending.Leaving(meeting, new PersonUninvited(seatId), seatId);
    }

    /// <summary>Each side names its own representative: the other side's secretary cannot choose who binds them.</summary>
    public static Decision NameRepresentative(Meeting meeting, Caller caller, Guid seatId)
    {
        if (!meeting.Seats.TryGetValue(seatId, out var seat) || seat.IsRemoved)
            return Refusal.NotFound;
        if (!caller.Steers || caller.Side != seat.Side || seat.Role == SeatRole.Chamber)
            return Refusal.NotAllowed;
        if (meeting.RepresentativeOf(seat.Side) == seatId)
            return Decision.Of();
        // A link that the other side's secretary saw while the seat bound nobody must not bind anybody now.
        var seen = meeting.Links.Values.Where(l =>
            l.SeatId == seatId && !l.IsRevoked && l.ShownTo == seat.Side.Other()
        );
        return Decision.Of([
            new RepresentativeNamed(seat.Side, seatId),
            .. seen.Select(l => new JoinLinkRevoked(l.Id)),
        ]);
    }

    public static Decision IssueLink(Meeting meeting, Caller caller, Guid linkId, Guid seatId, Instant expires)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (!meeting.Seats.TryGetValue(seatId, out var seat) || seat.IsRemoved)
            return Refusal.NotFound;
        // Whoever holds a link sits in that seat: a secretary could otherwise agree in the other side's name.
        var mayBind = meeting.RepresentativeOf(seat.Side) == seatId || seat.Role == SeatRole.Head;
        if (caller.Side != seat.Side && (mayBind || seat.HasAccount))
            return Refusal.NotAllowed;
        return new JoinLinkIssued(linkId, seatId, expires, caller.Side);
    }

    public static Decision RevokeLinks(Meeting meeting, Caller caller, Guid seatId)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (!meeting.Seats.TryGetValue(seatId, out var seat))
            return Refusal.NotFound;
        // Without their link, a representative who is a guest is as good as shown out.
        if (Attending.IsTheOtherSidesOwn(meeting, caller, seat))
            return Refusal.NotAllowed;
        var live = meeting.Links.Values.Where(l => l.SeatId == seatId && !l.IsRevoked);
        return Decision.Of([.. live.Select(l => new JoinLinkRevoked(l.Id))]);
    }

    private static MeetingPlan Lawful(MeetingPlan plan, IDateTimeZoneProvider zones)
    {
        var moved = plan with
        {
            Start = ZoneLaw.Start(plan.Local, plan.Zone, plan.Start, zones) ?? plan.Start,
            Fallback = plan.Fallback is { } slot
                ? slot with
                {
                    Start = ZoneLaw.Start(slot.Local, slot.Zone, slot.Start, zones) ?? slot.Start,
                }
                : null,
        };
        return moved.Fault() == Refusal.FallbackInvalid ? moved with { Fallback = null } : moved;
    }

    // A seat's id may be used again only for the person whose seat it was: its links and votes are theirs.
    private static Refusal? FaultOf(Meeting meeting, IReadOnlyList<Invitee> invited) =>
        meeting.Seats.Count + invited.Count > MostSeats ? Refusal.TooManySeats
        : invited.Any(i => meeting.SeatOf(i.PersonId) is { IsRemoved: false }) ? Refusal.AlreadyInvited
        : invited.DistinctBy(i => i.PersonId).Count() < invited.Count ? Refusal.AlreadyInvited
        : invited.DistinctBy(i => i.SeatId).Count() < invited.Count ? Refusal.AlreadyExists
        : invited.Any(i => meeting.Seats.TryGetValue(i.SeatId, out var seat) && seat.PersonId != i.PersonId)
            ? Refusal.AlreadyExists
        : invited.Any(i => !Language.IsKnown(i.Language)) ? Refusal.LanguageUnknown
        : null;

    private static PersonInvited Invited(Invitee i, Caller caller) =>
        new(i.SeatId, i.PersonId, i.Side, i.Role, i.MayPresent, i.Language, i.HasAccount, caller.Side);

    private static Refusal? CannotPlan(Meeting meeting, Caller caller) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
        : meeting.Status is MeetingStatus.Closed ? Refusal.MeetingClosed
        : null;
}
