using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Live;

/// <summary>The published decks that a meeting may take: those of its two communities, and of nobody else.</summary>
public sealed class DeckShelf(IDbContextFactory<HubDb> databases, StillShown still)
{
    /// <summary>A deck to put on the table, or why it cannot be.</summary>
    public sealed record Choice(DeckPlaced? Deck, Refusal? Refusal)
    {
        public Decision Then(Func<DeckPlaced, Decision> place) => Deck is { } deck ? place(deck) : Refusal!.Value;
    }

    /// <summary>The latest version of a deck; refused when it shows what has been guarded since.</summary>
    public async Task<Choice> Choose(Guid deckId, Meeting meeting)
    {
        await using var db = await databases.CreateDbContextAsync();
        var found = await db
            .DeckVersions.Where(v => v.DeckId == deckId)
            .Join(
                db.Decks.Where(d => d.CommunityId == meeting.HostId || d.CommunityId == meeting.PartnerId),
                v => v.DeckId,
                d => d.Id,
                (v, d) => new { Version = v, d.CommunityId }
            )
            .OrderByDescending(v => v.Version.PublishedAt)
            .AsNoTracking()
            .FirstOrDefaultAsync();
        if (found is not { Version: { } version })
            return new(null, Refusal.NoDeck);
        if (await still.Has(found.CommunityId, deckId, version.Version))
            return new(null, Refusal.DeckShowsGuarded);
        var outline = EventJson.Read<EquatableList<SlideOutline>>(version.Outline);
        return new(new(deckId, version.Version, version.Title, outline), null);
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
