using MeetingHub.Domain.Meetings;

namespace MeetingHub.Domain.Polls;

/// <summary>What a decision about a poll says: the poll as it is from now on, or no and why.</summary>
public abstract record PollDecision
{
    public static implicit operator PollDecision(Refusal reason) => new PollRefused(reason);

    public static implicit operator PollDecision(Poll after) => new PollAccepted(after);
}

public sealed record PollAccepted(Poll After) : PollDecision;

public sealed record PollRefused(Refusal Reason) : PollDecision;
