using System.Collections.Concurrent;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>The boundaries that communities have brought in. Read often and changed seldom: kept as they are drawn.</summary>
public sealed class BoundaryShelf(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock)
{
    public const int MostAreas = 500;
    private readonly ConcurrentDictionary<Guid, (string Stamp, IReadOnlyList<MapBoundary> All)> read = new();

    /// <summary>The largest first, so that the finer are drawn over it. The same list as long as nothing changes.</summary>
    public async Task<IReadOnlyList<MapBoundary>> Of(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ids = await db.Boundaries.Where(b => b.CommunityId == communityId).Select(b => b.Id).ToListAsync(stop);
        var stamp = string.Join(' ', ids.Order());
        if (read.TryGetValue(communityId, out var known) && known.Stamp == stamp)
            return known.All;
        var rows = await db.Boundaries.AsNoTracking().Where(b => b.CommunityId == communityId).ToListAsync(stop);
        IReadOnlyList<MapBoundary> all = [.. rows.OrderBy(r => r.Level).Select(Boundary)];
        read[communityId] = (stamp, all);
        return all;
    }

    public async Task<IReadOnlyList<BoundaryRow>> Rows(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Boundaries.AsNoTracking().Where(b => b.CommunityId == communityId).ToListAsync();
        return [.. rows.OrderBy(r => r.Level).ThenBy(r => r.Name.In(Language.English), StringComparer.Ordinal)];
    }

    public async Task Add(
        Guid communityId,
        Guid by,
        IReadOnlyList<ReadBoundary> areas,
        LocalText fallback,
        BoundaryLevel level,
        BoundaryOrigin origin
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetCurrentInstant();
        var thinned = BoundaryWriting.Thinned([.. areas.Select(a => a.Shape)]);
        foreach (var (area, shape) in areas.Zip(thinned))
        {
            db.Boundaries.Add(
                new BoundaryRow
                {
                    Id = Guid.CreateVersion7(),
                    CommunityId = communityId,
                    Name = area.Name.IsEmpty ? fallback : area.Name,
                    Level = level,
                    GeoJson = BoundaryWriting.GeoJson(shape),
                    Licence = origin.Licence,
                    Source = origin.Source,
                    Date = origin.Date,
                    AddedAt = now,
                    AddedBy = by,
                }
            );
        }

        audit.Note(db, by, "boundaries_added", $"{communityId} +{areas.Count}");
        await db.SaveChangesAsync();
    }

    public async Task Remove(Guid communityId, Guid by, IReadOnlyList<Guid> ids)
    {
        await using var db = await databases.CreateDbContextAsync();
        var gone = await db.Boundaries.Where(b => b.CommunityId == communityId && ids.Contains(b.Id)).ToListAsync();
        db.Boundaries.RemoveRange(gone);
        audit.Note(db, by, "boundaries_removed", $"{communityId} -{gone.Count}");
        await db.SaveChangesAsync();
    }

    private static MapBoundary Boundary(BoundaryRow row)
    {
        var shape = BoundaryReading.Read(Encoding.UTF8.GetBytes(row.GeoJson), null, CoordinateOrder.LongitudeFirst);
        return new(row.Name, row.Level, new(row.Source, row.Licence, row.Date), shape.Areas[0].Shape);
    }
}
