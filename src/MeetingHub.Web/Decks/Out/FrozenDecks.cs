using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Out;

/// <summary>Reads published versions back.</summary>
internal sealed class FrozenDecks(IDbContextFactory<HubDb> databases, FileStore files)
{
    public async Task<FrozenDeck?> Find(Guid deckId, string version)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db
            .DeckVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.DeckId == deckId && v.Version == version);
        return row is null ? null : await Read(db, row);
    }

    public async Task<FrozenDeck?> Latest(Guid deckId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db
            .DeckVersions.AsNoTracking()
            .Where(v => v.DeckId == deckId)
            .OrderByDescending(v => v.PublishedAt)
            .FirstOrDefaultAsync();
        return row is null ? null : await Read(db, row);
    }

    private async Task<FrozenDeck?> Read(HubDb db, DeckVersion row)
    {
        if (files.Find(row.Version) is not { } path)
            return null;
        var community = await db
            .Decks.Where(d => d.Id == row.DeckId)
            .Join(db.Communities, d => d.CommunityId, c => c.Id, (_, c) => c.Name)
            .FirstOrDefaultAsync();
        var deck = FrozenDeck.Read(await File.ReadAllTextAsync(path), row.Notes);
        return new(row.DeckId, row.Version, deck, community ?? LocalText.Empty, row.PublishedAt, row.Source);
    }
}
