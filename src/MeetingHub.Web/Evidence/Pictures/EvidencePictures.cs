using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence.Pictures;

/// <summary>A community's pictures of its rows: added by one person, confirmed by another, copied to where the public may
/// fetch them only while they and their row may be shown.</summary>
public sealed class EvidencePictures(
    IDbContextFactory<HubDb> databases,
    GuardedFiles guarded,
    FileStore files,
    AuditTrail audit,
    IClock clock
) : IDisposable
{
    // Laying out and taking away one after the other: else what was guarded a moment ago could be laid out by who read before.
    private readonly SemaphoreSlim laying = new(1);

    public void Dispose() => laying.Dispose();

    public async Task<IReadOnlyList<EvidencePicture>> Of(Guid communityId, Register register, string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .EvidencePictures.AsNoTracking()
            .Where(p => p.CommunityId == communityId && p.Register == register && p.Key == key)
            .OrderBy(p => p.Kind)
            .ThenBy(p => p.AddedAt)
            .ToListAsync();
    }

    /// <summary>Those that nobody but their uploader has looked at, the oldest first.</summary>
    public async Task<IReadOnlyList<EvidencePicture>> Waiting(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .EvidencePictures.AsNoTracking()
            .Where(p => p.CommunityId == communityId && (p.ConfirmedBy == null || p.ConfirmedBy == p.AddedBy))
            .OrderBy(p => p.AddedAt)
            .ToListAsync();
    }

    public async Task<EvidencePicture?> Find(Guid communityId, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .EvidencePictures.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id && p.CommunityId == communityId);
    }

    /// <summary>What may be shown on a day, its files laid out for the public; whatever else was there is taken away.</summary>
    public async Task<IReadOnlyList<BuildingPicture>> Shown(Guid communityId, PublicRegisters registers)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = await db
            .EvidencePictures.AsNoTracking()
            .Where(p => p.CommunityId == communityId)
            .OrderBy(p => p.AddedAt)
            .ToListAsync();
        if (all.Count == 0)
            return [];
        var rows = registers
            .Damages.Cast<IEntry>()
            .Concat(registers.Projects)
            .Select(e => (e.Register, e.Id))
            .ToHashSet();
        var shown = all.Where(p =>
                p.MayBeShown(registers.Day)
                && rows.Contains((p.Register, p.Key))
                && p.Files().All(f => guarded.Find(f) is not null)
            )
            .ToList();
        var open = shown.SelectMany(p => p.Files()).ToHashSet();
        await TakeBack(db, all.SelectMany(p => p.Files()).Except(open), registers.Day);
        await LayOut(db, open.Where(f => files.Find(f) is null).ToList(), registers.Day);
        return
        [
            .. shown.Select(p => new BuildingPicture(p.Register, p.Key, p.Kind, p.Forms(), p.Width, p.Height, p.Alt)),
        ];
    }

    /// <summary>Takes away at once what the public could fetch and may not any more.</summary>
    public async Task TakeBack(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var own = await db.EvidencePictures.AsNoTracking().Where(p => p.CommunityId == communityId).ToListAsync();
        await TakeBack(db, own.SelectMany(p => p.Files()).Distinct(), await Today(db, communityId));
    }

    /// <summary>Draws the picture anew, without what its file says of place, time and camera, and keeps it guarded.</summary>
    public async Task<DeckProblem?> Add(EvidencePicture picture, string name, byte[] bytes)
    {
        var reading = Shared.Imaging.Pictures.Redraw(name, bytes);
        if (reading.Picture is not { } drawn)
            return reading.Problem;
        var largest = drawn.Widest;
        await using var db = await databases.CreateDbContextAsync();
        db.EvidencePictures.Add(
            new EvidencePicture
            {
                Id = picture.Id,
                CommunityId = picture.CommunityId,
                Register = picture.Register,
                Key = picture.Key,
                Kind = picture.Kind,
                File = guarded.Put(largest.WebP),
                Narrower = EventJson.Write(
                    drawn.Widths.SkipLast(1).Select(w => new StoredWidth(w.Width, guarded.Put(w.WebP))).ToList()
                ),
                Width = largest.Width,
                Height = largest.Height,
                Alt = picture.Alt,
                ReleaseAfter = picture.ReleaseAfter,
                AddedBy = picture.AddedBy,
                AddedAt = clock.GetCurrentInstant(),
            }
        );
        audit.Note(db, picture.AddedBy, "evidence_picture_added", Subject(picture));
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<Refusal?> Confirm(Guid communityId, Person by, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.EvidencePictures.FirstOrDefaultAsync(p => p.Id == id && p.CommunityId == communityId)
            is not { } picture
        )
            return Refusal.NotFound;
        if (!ReleaseDesk.MayRelease(by, communityId))
            return Refusal.NotAllowed;
        if (by.Id == picture.AddedBy)
            return Refusal.SecondPersonNeeded;
        if (!await SecondPerson.IsApart(db, picture.AddedBy, by.Id))
            return Refusal.SecondPersonDependent;
        picture.ConfirmedBy = by.Id;
        audit.Note(db, by.Id, "evidence_picture_confirmed", Subject(picture));
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<Refusal?> Remove(Guid communityId, Guid by, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.EvidencePictures.FirstOrDefaultAsync(p => p.Id == id && p.CommunityId == communityId)
            is not { } picture
        )
            return Refusal.NotFound;
        db.EvidencePictures.Remove(picture);
        audit.Note(db, by, "evidence_picture_removed", Subject(picture));
        await db.SaveChangesAsync();
        await TakeBack(db, picture.Files(), await Today(db, communityId));
        foreach (var file in picture.Files())
        {
            if (!await db.EvidencePictures.AnyAsync(p => p.File == file || p.Narrower.Contains(file)))
                guarded.Delete(file);
        }

        return null;
    }

    // The community's own, as for its rows: by another day a picture released this night would be taken away again.
    private async Task<LocalDate> Today(HubDb db, Guid communityId)
    {
        var zone = await db.Communities.Where(c => c.Id == communityId).Select(c => c.Zone).FirstAsync();
        return clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
    }

    private async Task LayOut(HubDb db, List<string> open, LocalDate day)
    {
        if (open.Count == 0)
            return;
        await laying.WaitAsync();
        try
        {
            foreach (var file in open)
            {
                // Asked anew: the row may have been guarded since it was read.
                if (await IsShown(db, file, day))
                    files.Put(guarded.Read(file), ".webp");
            }
        }
        finally
        {
            laying.Release();
        }
    }

    private async Task TakeBack(HubDb db, IEnumerable<string> hidden, LocalDate day)
    {
        var there = hidden.Where(f => files.Find(f) is not null).ToList();
        if (there.Count == 0)
            return;
        await laying.WaitAsync();
        try
        {
            foreach (var file in there)
            {
                if (!await IsShown(db, file, day))
                    files.Delete(file);
            }
        }
        finally
        {
            laying.Release();
        }
    }

    // The same photograph may stand in a deck or with another row, of another community too: nobody takes theirs away.
    private static async Task<bool> IsShown(HubDb db, string file, LocalDate day)
    {
        if (await db.Pictures.IgnoreQueryFilters().AnyAsync(p => p.File == file || p.Narrower.Contains(file)))
            return true;
        var others = db.EvidencePictures.AsNoTracking().Where(p => p.File == file || p.Narrower.Contains(file));
        foreach (var other in await others.ToListAsync())
        {
            if (
                other.MayBeShown(day)
                && await db.RegisterRows.FindAsync(other.CommunityId, other.Register, other.Key)
                    is { IsRemoved: false } row
                && Exposure.IsShown(RegisterBook.Entry(row), day)
            )
                return true;
        }

        return false;
    }

    private static string Subject(EvidencePicture p) => $"{p.CommunityId} {Code.Of(p.Register)}/{p.Key} {p.Id}";
}
