using MeetingHub.Web.Data;
using MeetingHub.Web.Figures;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks;

/// <summary>What the published versions of a community's decks show of its registers, the latest version first.</summary>
internal sealed class PublishedFigures(IDbContextFactory<HubDb> databases) : IPublishedRows
{
    public async Task<IReadOnlyList<PublishedRows>> Of(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var versions = await db
            .DeckVersions.AsNoTracking()
            .Where(v => v.Frozen != null && v.Frozen != "[]")
            .Join(db.Decks.Where(d => d.CommunityId == communityId), v => v.DeckId, d => d.Id, (v, _) => v)
            .OrderByDescending(v => v.PublishedAt)
            .Select(v => new
            {
                v.DeckId,
                v.Title,
                v.Version,
                v.PublishedAt,
                v.Frozen,
            })
            .ToListAsync(stop);
        return versions.ConvertAll(v => new PublishedRows(
            v.DeckId,
            v.Title,
            v.Version,
            v.PublishedAt,
            [.. FrozenFigure.Read(v.Frozen!).SelectMany(f => f.Rows).Distinct(StringComparer.Ordinal)]
        ));
    }
}
