using MeetingHub.Web.Calendar;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>Finds what a calendar's reply is about, by the UID of the event and, in a series, the instant of the instance (R1, R2).</summary>
public interface IReplyTargets
{
    /// <summary>One meeting; several when a whole series is answered at once; none when the event is not ours.</summary>
    Task<IReadOnlyList<Guid>> Find(string uid, Instant? instance, CancellationToken stop);
}

/// <summary>Knows single meetings, which have no instances.</summary>
public sealed class MeetingTargets(MeetingLog log) : IReplyTargets
{
    public async Task<IReadOnlyList<Guid>> Find(string uid, Instant? instance, CancellationToken stop) =>
        instance is null && MeetingUid.Read(uid) is { } id && await log.Find(id, stop) is not null ? [id] : [];
}
