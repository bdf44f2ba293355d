using System.Text.RegularExpressions;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Shelf;

/// <summary>Adds single pictures to a deck, says what is on them, takes them out and brings them back.</summary>
internal sealed partial class PictureDesk(
    IDbContextFactory<HubDb> databases,
    FileStore files,
    AuditTrail audit,
    IClock clock
)
{
    private const int Most = 300;

    /// <summary>The deck's pictures, newest last, those that were taken out among them.</summary>
    public async Task<IReadOnlyList<PictureRow>> Of(Guid deckId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = await db.Pictures.IgnoreQueryFilters().AsNoTracking().Where(p => p.DeckId == deckId).ToListAsync();
        return [.. all.OrderBy(p => p.AddedAt ?? Instant.MinValue).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    public async Task<DeckProblem?> Add(Guid deckId, string fileName, byte[] file, LocalText alt, Guid by)
    {
        var name = NameOf(fileName);
        if (name.Length == 0)
            return new(DeckProblem.PictureName, 0);
        var drawn = Pictures.Redraw(name, file);
        if (!drawn.Succeeded)
            return drawn.Problem;

        await using var db = await databases.CreateDbContextAsync();
        if (await db.Pictures.CountAsync(p => p.DeckId == deckId) >= Most)
            return new(DeckProblem.PictureMany, 0, $"{Most}");
        var pictures = new Dictionary<string, DrawnPicture> { [name] = drawn.Picture };
        await DeckShelves.Keep(db, files, deckId, pictures, clock.GetCurrentInstant());
        if (!alt.IsEmpty)
            db.Pictures.Local.First(p => p.Name == name).Alt = alt;
        audit.Note(db, by, "deck_picture_added", $"{deckId} {name}");
        await db.SaveChangesAsync();
        return null;
    }

    public Task Describe(Guid deckId, string name, LocalText alt, Guid by) =>
        Change(deckId, name, by, "deck_picture_described", picture => picture.Alt = alt);

    public Task Remove(Guid deckId, string name, Guid by) =>
        Change(deckId, name, by, "deck_picture_removed", picture => picture.RemovedAt = clock.GetCurrentInstant());

    public Task Restore(Guid deckId, string name, Guid by) =>
        Change(deckId, name, by, "deck_picture_restored", picture => picture.RemovedAt = null);

    private async Task Change(Guid deckId, string name, Guid by, string what, Action<PictureRow> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        var picture = await db
            .Pictures.IgnoreQueryFilters()
            .FirstOrDefaultAsync(p => p.DeckId == deckId && p.Name == name);
        if (picture is null)
            return;
        change(picture);
        audit.Note(db, by, what, $"{deckId} {name}");
        await db.SaveChangesAsync();
    }

    /// <summary>A name that can be written in the text as it is: no folders, blanks or marks of Markdown.</summary>
    private static string NameOf(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = Unwritable().Replace(last.Normalize(System.Text.NormalizationForm.FormC), "-").Trim('-', '.');
        return name.Length <= 100 ? name : name[^100..].TrimStart('-', '.');
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}._-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwritable();
}
