using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Live;

/// <summary>The published decks that a meeting may take: those of its two communities, and of nobody else.</summary>
public sealed class DeckShelf(IDbContextFactory<HubDb> databases)
{
    public async Task<DeckPlaced?> Latest(Guid deckId, Meeting meeting)
    {
        await using var db = await databases.CreateDbContextAsync();
        var version = await db
            .DeckVersions.Where(v => v.DeckId == deckId)
            .Join(
                db.Decks.Where(d => d.CommunityId == meeting.HostId || d.CommunityId == meeting.PartnerId),
                v => v.DeckId,
                d => d.Id,
                (v, _) => v
            )
            .OrderByDescending(v => v.PublishedAt)
            .AsNoTracking()
            .FirstOrDefaultAsync();
        return version is null
            ? null
            : new DeckPlaced(
                deckId,
                version.Version,
                version.Title,
                EventJson.Read<EquatableList<SlideOutline>>(version.Outline)
            );
    }

    /// <summary>Speaker notes of one published version, as JSON: slide id → language → HTML.</summary>
    public async Task<string?> Notes(Guid deckId, string version)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .DeckVersions.Where(v => v.DeckId == deckId && v.Version == version)
            .Select(v => v.Notes)
            .FirstOrDefaultAsync();
    }
}
