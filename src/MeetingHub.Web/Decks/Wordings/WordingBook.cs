using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Wordings;

/// <summary>What stood on a deck's slides before, and what two people wrote at the same time.</summary>
public sealed class WordingBook(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock)
{
    /// <summary>The wording with this hash, from this slide if it was there, else from wherever it moved since; null when it is not known.</summary>
    public async Task<string?> Find(Guid deckId, string slideId, string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .Wordings.AsNoTracking()
            .Where(w => w.DeckId == deckId && w.Hash == hash && w.Place != WordingRow.WholeSlide)
            .OrderByDescending(w => w.SlideId == slideId)
            .Select(w => w.Text)
            .FirstOrDefaultAsync();
    }

    public async Task<string?> RemovedSlide(Guid deckId, string slideId, string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (await db.Wordings.FindAsync(deckId, slideId, WordingRow.WholeSlide, hash))?.Text;
    }

    /// <summary>Every text of a slide as it once was, the latest first.</summary>
    public async Task<IReadOnlyList<WordingRow>> HistoryOf(Guid deckId, string slideId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db
            .Wordings.AsNoTracking()
            .Where(w => w.DeckId == deckId && w.SlideId == slideId && w.Place != WordingRow.WholeSlide)
            .ToListAsync();
        return [.. rows.Where(w => PartPlace.Parse(w.Place) is not null).OrderByDescending(w => w.At)];
    }

    public async Task<IReadOnlyList<AsideRow>> AsideOf(Guid deckId, string? slideId = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db
            .Asides.AsNoTracking()
            .Where(a => a.DeckId == deckId && (slideId == null || a.SlideId == slideId))
            .ToListAsync();
        return [.. rows.OrderBy(a => a.At)];
    }

    /// <summary>
    /// Keeps the text of whoever came second. Typing on goes on in the same place, so that one collision stays one.
    /// </summary>
    public async Task SetAside(Guid deckId, string slideId, PartPlace place, string text, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var where = place.ToString();
        var open = await db.Asides.FirstOrDefaultAsync(a =>
            a.DeckId == deckId && a.SlideId == slideId && a.Place == where && a.By == by
        );
        if (open is null)
        {
            open = new AsideRow
            {
                Id = Guid.CreateVersion7(),
                DeckId = deckId,
                SlideId = slideId,
                Place = where,
                Text = text,
                By = by,
            };
            db.Asides.Add(open);
            audit.Note(db, by, "wording_set_aside", $"{deckId} {slideId} {where}");
        }
        else if (open.At < clock.GetCurrentInstant() - WordingRecords.Typing)
            await Keep(db, open);

        open.Text = text;
        open.At = clock.GetCurrentInstant();
        await db.SaveChangesAsync();
    }

    /// <summary>One of two was chosen. The other stays in the slide's history.</summary>
    public async Task Settle(Guid deckId, Guid asideId, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Asides.FirstOrDefaultAsync(a => a.Id == asideId && a.DeckId == deckId) is not { } aside)
            return;
        await Keep(db, aside);
        db.Asides.Remove(aside);
        audit.Note(db, by, "wording_settled", $"{deckId} {aside.SlideId} {aside.Place}");
        await db.SaveChangesAsync();
    }

    public async Task KeepSlide(Guid deckId, string slideId, string text, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var hash = SourceHash.Of(text);
        if (await db.Wordings.FindAsync(deckId, slideId, WordingRow.WholeSlide, hash) is null)
            db.Wordings.Add(
                new()
                {
                    DeckId = deckId,
                    SlideId = slideId,
                    Place = WordingRow.WholeSlide,
                    Hash = hash,
                    Text = text,
                    At = clock.GetCurrentInstant(),
                    By = by,
                }
            );
        await db.SaveChangesAsync();
    }

    private static async Task Keep(HubDb db, AsideRow aside)
    {
        var hash = SourceHash.Of(aside.Text);
        if (
            aside.Text.Length > 0
            && await db.Wordings.FindAsync(aside.DeckId, aside.SlideId, aside.Place, hash) is null
        )
            db.Wordings.Add(
                new()
                {
                    DeckId = aside.DeckId,
                    SlideId = aside.SlideId,
                    Place = aside.Place,
                    Hash = hash,
                    Text = aside.Text,
                    At = aside.At,
                    By = aside.By,
                }
            );
    }
}
