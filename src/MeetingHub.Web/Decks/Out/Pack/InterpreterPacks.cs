using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>
/// Packs for interpreters, who need deck, notes and names beforehand. A pack stays as it was handed out; what changes in the
/// deck afterwards is told beside it. It goes with the version that it was made of, when that is withdrawn.
/// </summary>
internal sealed class InterpreterPacks(
    IDbContextFactory<HubDb> databases,
    FileStore files,
    DeckOutputs outputs,
    ITermBook terms,
    AuditTrail audit,
    IClock clock
)
{
    private const int MostKept = 20;

    public async Task<PackRow> Make(FrozenDeck frozen, Meeting? meeting, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var owner = await db.Decks.Where(d => d.Id == frozen.DeckId).Select(d => d.CommunityId).FirstAsync();
        var content = new PackContent(
            frozen,
            meeting,
            meeting is null ? [] : await PackPeople.Of(meeting, db),
            PackTerms.UsedIn(frozen.Deck, await terms.Of(owner)),
            clock.GetCurrentInstant()
        );
        var row = new PackRow
        {
            Id = Guid.CreateVersion7(),
            DeckId = frozen.DeckId,
            MeetingId = meeting?.Id,
            Version = frozen.Version,
            Title = meeting?.Plan.Title ?? frozen.Deck.Title,
            Slides = EventJson.Write(SlidePrints.Of(frozen.Deck)),
            MadeAt = content.MadeAt,
            MadeBy = by,
        };
        var zip = await Task.Run(() => PackZip.Write(content, outputs.Picture));
        files.PutBeside(row.Version, SuffixOf(row), zip);
        db.Set<PackRow>().Add(row);
        audit.Note(db, by, "pack_made", $"{row.DeckId} {row.Version} {row.MeetingId}");
        await db.SaveChangesAsync();
        await ForgetOldest(db, row);
        return row;
    }

    private async Task ForgetOldest(HubDb db, PackRow made)
    {
        var old = await db.Set<PackRow>()
            .Where(p => p.MeetingId == made.MeetingId && p.DeckId == made.DeckId)
            .OrderByDescending(p => p.MadeAt)
            .Skip(MostKept)
            .ToListAsync();
        db.RemoveRange(old);
        await db.SaveChangesAsync();
        foreach (var pack in old)
            files.DeleteBeside(pack.Version, SuffixOf(pack));
    }

    public async Task<PackRow?> Find(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<PackRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id);
    }

    /// <summary>The latest packs of a deck, or of a deck for one meeting.</summary>
    public async Task<IReadOnlyList<PackRow>> Of(Guid deckId, Guid? meetingId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<PackRow>()
            .AsNoTracking()
            .Where(p => p.MeetingId == meetingId && p.DeckId == deckId)
            .OrderByDescending(p => p.MadeAt)
            .Take(MostKept)
            .ToListAsync();
    }

    public byte[]? Bytes(PackRow row) =>
        files.FindBeside(row.Version, SuffixOf(row)) is { } path ? File.ReadAllBytes(path) : null;

    public static SlideChanges Since(PackRow row, Compiling.CompiledDeck now) =>
        SlideChanges.Between(EventJson.Read<List<SlidePrint>>(row.Slides), SlidePrints.Of(now));

    private static string SuffixOf(PackRow row) => $".{row.Id:N}.zip";
}
