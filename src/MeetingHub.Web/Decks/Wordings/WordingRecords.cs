using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Wordings;

/// <summary>Keeps what a save changes, before and after, in the save's own transaction.</summary>
internal static class WordingRecords
{
    /// <summary>While one person types, only where they pause for so long is kept.</summary>
    internal static readonly Duration Typing = Duration.FromMinutes(5);

    public static async Task Keep(HubDb db, DeckRow deck, string? previous, string next, Guid by, Instant now)
    {
        var (before, after) = (Of(deck.Id, previous), Of(deck.Id, next));
        var known = before.Select(KeyOf).ToHashSet();
        var left = after.Select(KeyOf).ToHashSet();
        foreach (var row in before.Where(r => !left.Contains(KeyOf(r))))
            await Put(db, row, deck.UpdatedBy, deck.UpdatedAt);

        var made = Stamped(next);
        foreach (var row in after.Where(r => !known.Contains(KeyOf(r))))
        {
            // An old wording once more stays its author's, and what it stands for now was no step towards it.
            if (await Find(db, row) is not null)
                continue;
            if (await Last(db, row) is { } last && known.Contains(KeyOf(last)) && !made.Contains(last.Hash))
                Thin(db, last, by, now);
            await Put(db, row, by, now);
        }
    }

    private static async Task Put(HubDb db, WordingRow row, Guid? by, Instant at)
    {
        if (await Find(db, row) is not null)
            return;
        (row.By, row.At) = (by, at);
        db.Wordings.Add(row);
    }

    private static async Task<WordingRow?> Find(HubDb db, WordingRow row) =>
        await db.Wordings.FindAsync(row.DeckId, row.SlideId, row.Place, row.Hash);

    private static async Task<WordingRow?> Last(HubDb db, WordingRow next) =>
        (
            await db
                .Wordings.Where(w => w.DeckId == next.DeckId && w.SlideId == next.SlideId && w.Place == next.Place)
                .ToListAsync()
        ).MaxBy(w => w.At);

    /// <summary>The step before by the same hand is no history.</summary>
    private static void Thin(HubDb db, WordingRow last, Guid by, Instant now)
    {
        if (last.By == by && last.At > now - Typing)
            db.Wordings.Remove(last);
    }

    private static HashSet<string> Stamped(string text) =>
        [.. DeckText.Read(text).Deck?.Slides.SelectMany(s => s.Parts).Select(p => p.Of ?? "") ?? []];

    private static List<WordingRow> Of(Guid deckId, string? text)
    {
        List<WordingRow> rows = [];
        if (text is null || DeckText.Read(text).Deck is not { } deck)
            return rows;
        foreach (var slide in deck.Slides)
        {
            foreach (var place in Places.Of(slide))
                Add(slide.Id, place.ToString(), place.WordingIn(slide));
            // What a translation is stamped with is all that the source says, wherever on the slide it stands.
            foreach (var language in deck.Languages.Where(l => slide.BodiesIn(l).Skip(1).Any()))
                Add(slide.Id, $"body.{language}", slide.BodyIn(language)!);
        }

        return rows;

        void Add(string slide, string place, string wording)
        {
            if (wording.Length > 0)
                rows.Add(
                    new()
                    {
                        DeckId = deckId,
                        SlideId = slide,
                        Place = place,
                        Hash = SourceHash.Of(wording),
                        Text = wording,
                    }
                );
        }
    }

    private static (string, string, string) KeyOf(WordingRow row) => (row.SlideId, row.Place, row.Hash);
}
