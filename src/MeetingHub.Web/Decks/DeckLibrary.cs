using System.IO.Compression;
using System.Text;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Fitting;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Log;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks;

/// <summary>A community's decks: made, edited under a revision, and published as versions that never change.</summary>
public sealed class DeckLibrary(
    IDbContextFactory<HubDb> databases,
    FileStore files,
    IDataBlockSource data,
    IFitWishes fits,
    MeetingLog log,
    AuditTrail audit,
    IClock clock
)
{
    /// <summary>What came of saving; <see cref="IsTaken"/>: the draft is here now, and nobody else need keep it.</summary>
    public sealed record Saved(DeckRow Deck, IReadOnlyList<DeckProblem> Problems, bool ChangedMeanwhile)
    {
        public bool IsTaken => !ChangedMeanwhile && Problems.All(p => p.Code != DeckProblem.TooLong);
    }

    public sealed record Published(DeckVersion? Version, IReadOnlyList<DeckProblem> Problems);

    public async Task<DeckRow?> Find(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Decks.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id);
    }

    /// <summary>A deck of this person's own community; anybody else's is not there.</summary>
    public async Task<DeckRow?> FindFor(Person? person, Guid id) =>
        person?.CommunityId is { } own && await Find(id) is { } deck && deck.CommunityId == own ? deck : null;

    public async Task<IReadOnlyList<DeckRow>> Of(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .Decks.AsNoTracking()
            .Where(d => d.CommunityId == communityId)
            .OrderByDescending(d => d.UpdatedAt)
            .ToListAsync();
    }

    public async Task<IReadOnlyList<DeckVersion>> VersionsOf(Guid deckId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .DeckVersions.AsNoTracking()
            .Where(v => v.DeckId == deckId)
            .OrderByDescending(v => v.PublishedAt)
            .ToListAsync();
    }

    /// <param name="document">A PDF whose pages its slides show: it is there with the deck, or neither is.</param>
    public async Task<DeckRow> Create(
        Guid communityId,
        string draft,
        Guid by,
        IReadOnlyDictionary<string, DrawnPicture>? pictures = null,
        Guid? id = null,
        DocumentRow? document = null
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        // The same id again is the same deck, made before its maker was told so.
        if (await db.Decks.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id) is { } made)
            return made;
        var stamped = Translations.Stamp(null, draft);
        var deck = new DeckRow
        {
            Id = id ?? Guid.CreateVersion7(),
            CommunityId = communityId,
            Draft = stamped,
            Revision = 1,
            Title = TitleOf(stamped),
            UpdatedAt = clock.GetCurrentInstant(),
            UpdatedBy = by,
        };
        db.Decks.Add(deck);
        if (document is not null)
            db.Documents.Add(document);
        await WordingRecords.Keep(db, deck, null, stamped, by, deck.UpdatedAt);
        await DeckShelves.Keep(db, files, deck.Id, pictures, clock.GetCurrentInstant());
        audit.Note(db, by, "deck_made", deck.Id.ToString());
        await db.SaveChangesAsync();
        return deck;
    }

    /// <summary>
    /// Saves a draft over the revision that its author saw, faults and all: a half-written slide is worth keeping. Over an
    /// older revision nothing is written, and the text that stands comes back to be compared.
    /// </summary>
    /// <param name="isStamped">The draft says itself what its translations were made from.</param>
    public async Task<Saved?> Save(
        Guid id,
        int basedOn,
        string draft,
        Guid by,
        IReadOnlyDictionary<string, DrawnPicture>? pictures = null,
        bool isStamped = false
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Decks.FirstOrDefaultAsync(d => d.Id == id) is not { } deck)
            return null;
        if (draft.Length > Deck.MaxBytes)
            return new Saved(deck, [new DeckProblem(DeckProblem.TooLong, 0)], false);
        var stamped = isStamped ? draft : Translations.Stamp(deck.Draft, draft);
        // The same once more is no conflict: the answer to it was lost.
        if (deck.Revision != basedOn && stamped != deck.Draft)
            return new Saved(deck, [], true);

        await DeckShelves.Keep(db, files, id, pictures, clock.GetCurrentInstant());
        if (stamped != deck.Draft)
        {
            await WordingRecords.Keep(db, deck, deck.Draft, stamped, by, clock.GetCurrentInstant());
            deck.DraftBefore = DraftLoss.Kept(deck.DraftBefore, deck.Draft, stamped);
            deck.Draft = stamped;
            deck.Revision++;
            deck.UpdatedAt = clock.GetCurrentInstant();
            deck.UpdatedBy = by;
            if (TitleOf(stamped) is { IsEmpty: false } title)
                deck.Title = title;
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new Saved(deck, (await Compile(db, deck, stamped)).Problems, false);
    }

    public async Task<DeckCompilation> Compile(Guid id, string draft)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Compile(db, await db.Decks.AsNoTracking().FirstAsync(d => d.Id == id), draft);
    }

    /// <summary>
    /// Freezes the draft. The same content again is the same version, which is the latest one from then on: meetings show that.
    /// </summary>
    public async Task<Published> Publish(Guid id, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var deck = await db.Decks.FirstAsync(d => d.Id == id);
        var compiled = await Compile(db, deck, deck.Draft);
        if (!compiled.Succeeded)
            return new Published(null, compiled.Problems);

        fits.Want(compiled.Deck);
        var file = PutCompressed(compiled.Deck.PublicJson());
        var notes = EventJson.Write(
            compiled.Deck.Slides.ToDictionary(s => s.Id, s => s.Notes.ToDictionary(n => n.Key, n => n.Value.Html))
        );
        var latest = await db
            .DeckVersions.Where(v => v.DeckId == id)
            .OrderByDescending(v => v.PublishedAt)
            .FirstOrDefaultAsync();
        if (latest?.Version == file && latest.Notes == notes)
            return new Published(latest, []);
        if (await db.DeckVersions.FindAsync(id, file) is { } known)
            db.DeckVersions.Remove(known);

        var version = new DeckVersion
        {
            DeckId = id,
            Version = file,
            Title = compiled.Deck.Title,
            Outline = EventJson.Write(compiled.Deck.Slides.Select(s => new SlideOutline(s.Id, s.Steps))),
            Notes = notes,
            Source = deck.Draft,
            Frozen = FrozenFigure.Write(compiled.Deck),
            PublishedAt = clock.GetCurrentInstant(),
            PublishedBy = by,
        };
        db.DeckVersions.Add(version);
        audit.Note(db, by, "deck_published", $"{id} {file}");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException fault) when (StorageFaults.IsClash(fault))
        {
            // Pressed twice, or by two: the other has published the very same.
            db.ChangeTracker.Clear();
            version = await db.DeckVersions.AsNoTracking().FirstAsync(v => v.DeckId == id && v.Version == file);
        }

        return new Published(version, []);
    }

    /// <summary>
    /// Takes a version back: its file is deleted and nobody can fetch it any more, also from a meeting that shows it. What phones have
    /// kept already is out of reach. The interpreters' packs of it go with it.
    /// </summary>
    public async Task Withdraw(Guid id, string version, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.DeckVersions.FindAsync(id, version) is not { } found)
            return;
        // The row goes last: whatever breaks before it is done when somebody tries again.
        await ClearTables(db, id, version, by);
        await db.Set<PackRow>().Where(p => p.DeckId == id && p.Version == version).ExecuteDeleteAsync();
        if (!await db.DeckVersions.AnyAsync(v => v.Version == version && v.DeckId != id))
            files.Delete(version);
        db.DeckVersions.Remove(found);
        audit.Note(db, by, "deck_withdrawn", $"{id} {version}");
        await db.SaveChangesAsync();
        // Whoever put it on a table meanwhile could still find it.
        await ClearTables(db, id, version, by);
    }

    // Through the meetings' own logs: every screen that shows it goes blank at once, those that are away now when they return.
    private async Task ClearTables(HubDb db, Guid id, string version, Guid by)
    {
        var community = await db.Decks.Where(d => d.Id == id).Select(d => d.CommunityId).FirstAsync();
        foreach (var meeting in (await db.TablesOf(community))[(id, version)])
            await log.Do(meeting.Id, new Command(by, (m, _) => Presenting.WithdrawDeck(m, id, version)));
    }

    public async Task<DeckPlaced> PlantDemo(Guid communityId, Guid by)
    {
        await using var source = typeof(DeckLibrary).Assembly.GetManifestResourceStream("izium.md")!;
        using var reader = new StreamReader(source);
        var deck = await Create(communityId, await reader.ReadToEndAsync(), by);
        var version = (await Publish(deck.Id, by)).Version!;
        return new DeckPlaced(
            deck.Id,
            version.Version,
            version.Title,
            EventJson.Read<EquatableList<SlideOutline>>(version.Outline)
        );
    }

    private async Task<DeckCompilation> Compile(HubDb db, DeckRow deck, string text) =>
        DeckCompiler.Compile(text, await DeckShelves.Of(db, deck.Id), await data.Of(deck.CommunityId));

    // Compressed once, at the smallest, because it is fetched by every phone in the hall at the same moment.
    private string PutCompressed(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var name = files.Put(bytes, ".json");
        using var brotli = new MemoryStream();
        using (var compress = new BrotliStream(brotli, CompressionLevel.SmallestSize))
            compress.Write(bytes);
        files.PutBeside(name, ".br", brotli.ToArray());
        using var gzip = new MemoryStream();
        using (var compress = new GZipStream(gzip, CompressionLevel.SmallestSize))
            compress.Write(bytes);
        files.PutBeside(name, ".gz", gzip.ToArray());
        return name;
    }

    private static LocalText TitleOf(string draft) => DeckText.Read(draft).Deck?.Title ?? LocalText.Empty;
}
