using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Tray;

/// <summary>What a community's secretaries do with their tray: look, put away, take back. The community is never the caller's word.</summary>
public sealed class TrayDesk(IDbContextFactory<HubDb> databases, IClock clock)
{
    private const int MostShown = 200;
    private static readonly Duration Kept = Duration.FromDays(30);

    public async Task<int> CountOpen(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Tray.CountAsync(e => e.CommunityId == communityId && e.DoneAt == null);
    }

    public async Task<IReadOnlyList<TrayEntry>> Open(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .Tray.AsNoTracking()
            .Where(e => e.CommunityId == communityId && e.DoneAt == null)
            .OrderByDescending(e => e.At)
            .Take(MostShown)
            .ToListAsync();
    }

    /// <summary>What was put away in the last 30 days, the latest first.</summary>
    public async Task<IReadOnlyList<TrayEntry>> PutAwayLately(Guid communityId)
    {
        var since = clock.GetCurrentInstant() - Kept;
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .Tray.AsNoTracking()
            .Where(e => e.CommunityId == communityId && e.DoneAt != null && e.DoneAt >= since)
            .OrderByDescending(e => e.DoneAt)
            .Take(MostShown)
            .ToListAsync();
    }

    public Task PutAway(Guid communityId, Guid entryId, Guid by) =>
        Mark(communityId, entryId, clock.GetCurrentInstant(), by);

    public Task TakeBack(Guid communityId, Guid entryId) => Mark(communityId, entryId, null, null);

    private async Task Mark(Guid communityId, Guid entryId, Instant? at, Guid? by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db
            .Tray.Where(e => e.Id == entryId && e.CommunityId == communityId && (e.DoneAt == null) != (at == null))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DoneAt, at).SetProperty(e => e.DoneBy, by));
    }
}
