using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling.Series;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>Finds what a calendar's reply is about, by the UID of the event and, in a series, the instant of the instance (R1, R2).</summary>
public interface IReplyTargets
{
    /// <summary>One meeting; several when a whole series is answered at once; none when the event is not ours.</summary>
    Task<IReadOnlyList<Guid>> Find(string uid, Instant? instance, CancellationToken stop);
}

/// <summary>
/// Knows single meetings, which have no instances, and series: one of their meetings by the start that the rule gives it (the
/// same instant in whatever zone the client wrote it), or all that are still ahead.
/// </summary>
public sealed class ReplyTargets(MeetingLog log, IDbContextFactory<HubDb> databases) : IReplyTargets
{
    public async Task<IReadOnlyList<Guid>> Find(string uid, Instant? instance, CancellationToken stop)
    {
        if (MeetingUid.Read(uid) is not { } id)
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await SeriesView.Load(db, log, id, stop) is { } series)
            return [.. series.Items.Where(i => Answers(i, instance)).Select(i => i.Place.MeetingId)];
        return instance is null && await log.Find(id, stop) is not null ? [id] : [];
    }

    private static bool Answers(SeriesView.Item item, Instant? instance) =>
        instance is { } asked ? item.Rule.Start == asked : item.Meeting is { Status: MeetingStatus.Scheduled };
}
