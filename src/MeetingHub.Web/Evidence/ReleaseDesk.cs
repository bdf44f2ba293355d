using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence;

/// <summary>
/// Where one person asks that a row be shown and another decides. Who decides, and over which revision, is looked up here,
/// each time; every step is in the audit, and a release in the row's history under the name of the second person.
/// </summary>
public sealed class ReleaseDesk(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock)
{
    public async Task<IReadOnlyList<ReleaseRow>> Waiting(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .Releases.AsNoTracking()
            .Where(r => r.CommunityId == communityId && r.Status == ReleaseStatus.Waiting)
            .OrderBy(r => r.AskedAt)
            .ToListAsync();
    }

    public async Task<int> CountWaiting(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Releases.CountAsync(r => r.CommunityId == communityId && r.Status == ReleaseStatus.Waiting);
    }

    public async Task<bool> IsWaiting(Guid communityId, Register register, string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Releases.AnyAsync(r =>
            r.CommunityId == communityId && r.Status == ReleaseStatus.Waiting && r.Register == register && r.Key == key
        );
    }

    /// <summary>Asks that a row be more open than it is.</summary>
    public async Task<Refusal?> Ask(
        Guid communityId,
        Guid by,
        Register register,
        string key,
        Access access,
        LocalDate? releaseAfter,
        string? reason
    )
    {
        if (reason?.Length > Release.LongestReason)
            return Refusal.TextTooLong;
        if (!Enum.IsDefined(access))
            return Refusal.NotFound;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.RegisterRows.FindAsync(communityId, register, key) is not { IsRemoved: false } row)
            return Refusal.NotFound;
        var asked = RegisterBook.Entry(row).With(access, releaseAfter);
        if (!Exposure.IsMoreOpen(asked, RegisterBook.Entry(row)))
            return null; // nothing that one person may not do
        var pen = new RegisterPen(db, communityId, by, "release", clock.GetCurrentInstant());
        await pen.Ask([(asked, row.Revision)], reason, CancellationToken.None);
        audit.Note(db, by, "release_asked", $"{communityId} {register} {key} {access}");
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<Refusal?> Confirm(Guid communityId, Person by, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Find(db, communityId, id) is not { } asked)
            return Refusal.NotFound;
        if (asked.Status != ReleaseStatus.Waiting)
            return Refusal.AlreadyDecided;
        var row = await db.RegisterRows.FindAsync(communityId, asked.Register, asked.Key);
        var refusal = row is not { IsRemoved: false }
            ? Refusal.ChangedMeanwhile
            : asked.Release.Confirm(by.Id, MayRelease(by, communityId), row.Revision);
        if (refusal is null && !await SecondPerson.IsApart(db, asked.AskedBy, by.Id))
            refusal = Refusal.SecondPersonDependent;
        if (refusal is Refusal.ChangedMeanwhile)
        {
            Decide(db, asked, by.Id, ReleaseStatus.Lapsed);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        if (refusal is not null)
            return refusal;

        Decide(db, asked, by.Id, ReleaseStatus.Confirmed);
        var pen = new RegisterPen(db, communityId, by.Id, "release", clock.GetCurrentInstant());
        pen.Put(row, RegisterBook.Entry(row!).With(asked.Access, asked.ReleaseAfter));
        await pen.Count(audit, $"{communityId} {asked.Register} {asked.Key} {asked.Access}", CancellationToken.None);
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Says no; who asked may take the request back in the same way.</summary>
    public async Task<Refusal?> Decline(Guid communityId, Person by, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Find(db, communityId, id) is not { } asked)
            return Refusal.NotFound;
        if (asked.Status != ReleaseStatus.Waiting)
            return Refusal.AlreadyDecided;
        if (!MayRelease(by, communityId) && by.Id != asked.AskedBy)
            return Refusal.NotAllowed;
        Decide(db, asked, by.Id, ReleaseStatus.Declined);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Who may change registers and decide releases: those who answer for the community.</summary>
    public static bool MayRelease(Person person, Guid communityId) =>
        person.CommunityId == communityId && (person.IsSecretary || person.Role == OrganisationRole.Head);

    private void Decide(HubDb db, ReleaseRow asked, Guid by, ReleaseStatus status)
    {
        asked.Status = status;
        (asked.DecidedBy, asked.DecidedAt) = (by, clock.GetCurrentInstant());
        audit.Note(db, by, "release_decided", $"{asked.CommunityId} {asked.Register} {asked.Key} {status}");
    }

    private static Task<ReleaseRow?> Find(HubDb db, Guid communityId, Guid id) =>
        db.Releases.FirstOrDefaultAsync(r => r.Id == id && r.CommunityId == communityId);
}
