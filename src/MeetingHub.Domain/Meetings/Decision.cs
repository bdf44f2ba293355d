using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Domain.Meetings;

/// <summary>What a pure decision says: these facts, or no and why. Accepted with no facts means "it is so already".</summary>
public abstract record Decision
{
    public static Decision Of(params ReadOnlySpan<MeetingEvent> facts) => new Accepted([.. facts]);

    public static implicit operator Decision(Refusal reason) => new Refused(reason);

    public static implicit operator Decision(MeetingEvent fact) => Of(fact);
}

public sealed record Accepted(IReadOnlyList<MeetingEvent> Facts) : Decision;

public sealed record Refused(Refusal Reason) : Decision;
