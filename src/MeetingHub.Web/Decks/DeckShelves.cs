using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks;

/// <summary>The pictures and documents of a deck, between its rows and its shelf.</summary>
internal static class DeckShelves
{
    public static async Task<DeckShelf> Of(HubDb db, Guid deckId)
    {
        var pictures = await db.Pictures.AsNoTracking().Where(p => p.DeckId == deckId).ToListAsync();
        var documents = await db.Documents.AsNoTracking().Where(d => d.DeckId == deckId).ToListAsync();
        return new(
            pictures.ToDictionary(p => p.Name, OnShelf),
            documents.ToDictionary(
                d => d.Name,
                d => new ShelvedDocument(AddressOf(d.File), EventJson.Read<List<PageSize>>(d.Pages))
            )
        );
    }

    /// <summary>Pictures that come with a text: the same name again is the new picture, with the words that it had.</summary>
    public static async Task Keep(
        HubDb db,
        FileStore files,
        Guid deckId,
        IReadOnlyDictionary<string, DrawnPicture>? pictures,
        Instant now
    )
    {
        foreach (var (name, picture) in pictures ?? new Dictionary<string, DrawnPicture>())
        {
            var stored = Pictures.Keep(files, picture);
            var row = await db
                .Pictures.IgnoreQueryFilters()
                .FirstOrDefaultAsync(p => p.DeckId == deckId && p.Name == name);
            if (row is null)
                db.Pictures.Add(
                    row = new PictureRow
                    {
                        DeckId = deckId,
                        Name = name,
                        File = stored.File,
                    }
                );
            (row.File, row.Width, row.Height) = (stored.File, stored.Width, stored.Height);
            row.Narrower = EventJson.Write(stored.Narrower);
            (row.AddedAt, row.RemovedAt) = (now, null);
        }
    }

    private static ShelvedPicture OnShelf(PictureRow row) =>
        new(
            AddressOf(row.File),
            row.Width,
            row.Height,
            [
                .. EventJson
                    .Read<List<StoredWidth>>(row.Narrower)
                    .Select(w => new NarrowerPicture(w.Width, AddressOf(w.File))),
            ],
            row.Alt
        );

    private static string AddressOf(string file) => $"/files/{file}";
}
