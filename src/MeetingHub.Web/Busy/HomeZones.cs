using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Busy;

/// <summary>The zone in which a person's floating times and whole days are meant.</summary>
public sealed class HomeZones(IDbContextFactory<HubDb> databases)
{
    public async Task<string> Of(Guid personId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.People.Where(p => p.Id == personId).Select(p => p.Zone).FirstOrDefaultAsync(stop) ?? "UTC";
    }
}
