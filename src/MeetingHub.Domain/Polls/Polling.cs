using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Polls;

/// <summary>
/// What a secretary of either community does with a poll. Each decision but the first names the revision that they saw: if it
/// is not the latest they are refused with <see cref="Refusal.ChangedMeanwhile"/> and shown how the poll stands.
/// </summary>
public static class Polling
{
    /// <summary>Between two reminders that secretaries send to the same person.</summary>
    public static readonly Duration BetweenReminders = Duration.FromDays(1);

    /// <summary>How long before the deadline those who have not answered are reminded without anybody's doing.</summary>
    public static readonly Duration ReminderAhead = Duration.FromDays(1);

    public static PollDecision Offer(Poll poll, Caller caller, Instant now)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (poll.HostId == poll.PartnerId)
            return Refusal.PartnerInvalid;
        if (PlanOf(poll, poll.Options is [var first, ..] ? first : null) is not { } plan)
            return Refusal.PollTimesInvalid;
        if (plan.Fault() is { } fault)
            return fault;
        if (poll.Voters.Count is 0 or > Poll.MostVoters)
            return Refusal.PollNobodyAsked;
        if (poll.Voters.DistinctBy(v => v.PersonId).Count() < poll.Voters.Count)
            return Refusal.AlreadyInvited;
        if (poll.Note is { Length: > Poll.LongestNote })
            return Refusal.TextTooLong;
        return Fault(poll, now) is { } no ? no : poll with { Status = PollStatus.Open, Revision = 1 };
    }

    public static PollDecision AddOption(Poll poll, Caller caller, long basedOn, PollOption option, Instant now)
    {
        if (CannotChange(poll, caller, basedOn) is { } refusal)
            return refusal;
        if (!poll.IsOpen(now))
            return Refusal.PollOver;
        if (option.Start < now)
            return Refusal.StartInThePast;
        var after = poll with { Options = [.. poll.Options, option], Revision = poll.Revision + 1 };
        return OptionsFault(after) is { } fault ? fault : after;
    }

    /// <summary>Another deadline. A poll that is closed is open again with it.</summary>
    public static PollDecision MoveDeadline(
        Poll poll,
        Caller caller,
        long basedOn,
        Instant deadline,
        string zone,
        Instant now
    )
    {
        if (CannotChange(poll, caller, basedOn) is { } refusal)
            return refusal;
        var after = poll with
        {
            Deadline = deadline,
            DeadlineZone = LocalSlot.Canonical(zone),
            Status = PollStatus.Open,
            Revision = poll.Revision + 1,
        };
        return DeadlineFault(after, now) is { } fault ? fault : after;
    }

    public static PollDecision Close(Poll poll, Caller caller, long basedOn) =>
        CannotChange(poll, caller, basedOn) is { } refusal ? refusal
        : poll.Status == PollStatus.Closed ? poll
        : poll with { Status = PollStatus.Closed, Revision = poll.Revision + 1 };

    /// <summary>Nobody's doing: the deadline has passed.</summary>
    public static PollDecision Expire(Poll poll, Instant now) =>
        poll.Status != PollStatus.Open || now < poll.Deadline
            ? Refusal.PollOver
            : poll with
            {
                Status = PollStatus.Closed,
                Revision = poll.Revision + 1,
            };

    public static PollDecision Withdraw(Poll poll, Caller caller, long basedOn) =>
        CannotChange(poll, caller, basedOn) is { } refusal
            ? refusal
            : poll with
            {
                Status = PollStatus.Withdrawn,
                Revision = poll.Revision + 1,
            };

    /// <summary>
    /// Whether this time may become the meeting; the meeting itself is <see cref="Planning.Schedule"/>'s to decide. Once it is
    /// one, the same press again changes nothing.
    /// </summary>
    public static PollDecision Choose(Poll poll, Caller caller, Guid optionId, Instant now)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (poll.Option(optionId) is not { } option)
            return Refusal.NotFound;
        if (poll.Status == PollStatus.Decided)
            return poll.ChosenOption == optionId ? poll : Refusal.PollOver;
        if (poll.Status == PollStatus.Withdrawn)
            return Refusal.PollOver;
        return option.Start < now ? Refusal.StartInThePast : Decided(poll, optionId);
    }

    /// <summary>The meeting stands in its log: the poll is decided by it, whatever somebody did to the poll meanwhile.</summary>
    public static Poll Decided(Poll poll, Guid optionId) =>
        poll with
        {
            Status = PollStatus.Decided,
            ChosenOption = optionId,
            Revision = poll.Revision + 1,
        };

    public static Refusal? CannotRemind(Poll poll, Caller caller, Instant now) =>
        !caller.Steers ? Refusal.NotAllowed
        : !poll.IsOpen(now) ? Refusal.PollOver
        : null;

    /// <summary>As with the links to a meeting: nobody answers in the name of the other side's head, or of one with an account.</summary>
    public static Refusal? CannotShowLink(Poll poll, Caller caller, Guid personId) =>
        !caller.Steers ? Refusal.NotAllowed
        : poll.Voter(personId) is not { } voter ? Refusal.NotFound
        : poll.Status is PollStatus.Withdrawn ? Refusal.PollOver
        : caller.Side != voter.Side && (voter.HasAccount || voter.Role == SeatRole.Head) ? Refusal.NotAllowed
        : null;

    /// <summary>The meeting's plan that an option stands for.</summary>
    public static MeetingPlan? PlanOf(Poll poll, PollOption? option) =>
        option is null
            ? null
            : new MeetingPlan(
                poll.Title,
                poll.Kind,
                option.Local,
                option.Zone,
                option.Start,
                poll.Minutes,
                [],
                null,
                AdmitAutomatically: false
            );

    private static Refusal? CannotChange(Poll poll, Caller caller, long basedOn) =>
        !caller.Steers ? Refusal.NotAllowed
        : poll.Status is PollStatus.Decided or PollStatus.Withdrawn ? Refusal.PollOver
        : basedOn != poll.Revision ? Refusal.ChangedMeanwhile
        : null;

    private static Refusal? Fault(Poll poll, Instant now) =>
        OptionsFault(poll)
        ?? (poll.Options.Any(o => o.Start < now) ? Refusal.StartInThePast : DeadlineFault(poll, now));

    private static Refusal? OptionsFault(Poll poll) =>
        poll.Options.Count is 0 or > Poll.MostOptions ? Refusal.PollTimesInvalid
        : poll.Options.Any(o => !LocalSlot.IsZone(o.Zone)) ? Refusal.ZoneUnknown
        : poll.Options.DistinctBy(o => o.Start).Count() < poll.Options.Count ? Refusal.PollTimesInvalid
        : poll.Options.DistinctBy(o => o.Id).Count() < poll.Options.Count ? Refusal.AlreadyExists
        : null;

    // An answer that comes when every time has passed is of no use to anybody.
    private static Refusal? DeadlineFault(Poll poll, Instant now) =>
        !LocalSlot.IsZone(poll.DeadlineZone) ? Refusal.ZoneUnknown
        : poll.Deadline <= now || poll.Deadline > poll.Options.Max(o => o.Start) ? Refusal.PollDeadlineInvalid
        : null;
}
