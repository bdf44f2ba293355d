using System.Collections.Concurrent;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence;

/// <summary>
/// The one door to a community's registers. Every write keeps the history and lets nobody alone make a row more open than it
/// was: what is asked beyond that becomes a request that a second person decides (<see cref="ReleaseDesk"/>).
/// </summary>
public sealed class RegisterBook(
    IDbContextFactory<HubDb> databases,
    EvidencePictures pictures,
    AuditTrail audit,
    IClock clock
)
{
    private const int MostAttempts = 3;
    private readonly ConcurrentDictionary<Guid, (long Revision, Registers All)> read = new();
    private readonly ConcurrentDictionary<Guid, (Registers All, PublicRegisters Shown)> shown = new();

    /// <summary>Rows written, and the ids of those that stay as guarded as they were until a second person releases them.</summary>
    public sealed record Written(int Added, int Changed, int Same, IReadOnlyList<string> AwaitRelease)
    {
        /// <summary>Rows of which nothing was written: see <see cref="Domain.Evidence.Reading.KeptColumns"/>.</summary>
        public IReadOnlyList<string> OtherCurrency { get; init; } = [];
    }

    /// <summary>The row as it stands now, or why it was not written.</summary>
    public sealed record Saved(RegisterRow? Row, Refusal? Refusal, bool AwaitsRelease = false);

    public async Task<Registers> All(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var revision = await db
            .RegisterStates.Where(s => s.CommunityId == communityId)
            .Select(s => s.Revision)
            .FirstOrDefaultAsync(stop);
        if (revision == 0)
            return Registers.Empty;
        if (read.TryGetValue(communityId, out var known) && known.Revision == revision)
            return known.All;

        var bodies = await db
            .RegisterRows.AsNoTracking()
            .Where(r => r.CommunityId == communityId && !r.IsRemoved)
            .OrderBy(r => r.Key)
            .Select(r => new { r.Register, r.Body })
            .ToListAsync(stop);
        var entries = bodies.ConvertAll(b => Entry(b.Register, b.Body));
        var all = new Registers(
            [.. entries.OfType<Damage>()],
            [.. entries.OfType<RecoveryProject>()],
            [.. entries.OfType<Funding>()]
        );
        read[communityId] = (revision, all);
        return all;
    }

    /// <summary>
    /// What this person may read of their own community's registers: what is restricted, only those who answer for it. The threat
    /// is the many accounts and tokens of a town hall, of which one is stolen.
    /// </summary>
    public async Task<Registers> SeenBy(Person person, CancellationToken stop = default)
    {
        if (person.CommunityId is not { } community)
            return Registers.Empty;
        var all = await All(community, stop);
        return ReleaseDesk.MayRelease(person, community) ? all : all.WithoutRestricted();
    }

    /// <summary>A row that this person may read, taken out or not, or null.</summary>
    public async Task<RegisterRow?> FindFor(Person person, Register register, string key)
    {
        if (person.CommunityId is not { } community || await Find(community, register, key) is not { } row)
            return null;
        if (ReleaseDesk.MayRelease(person, community))
            return row;
        if (Entry(row) is Funding funding)
            return await FindFor(person, Register.Projects, funding.ProjectId) is null ? null : row;
        if (row.Access == Access.Restricted)
            return null;
        if (Entry(row) is RecoveryProject { DamageIds.Count: > 0 } project)
        {
            var seen = (await SeenBy(person)).Damages.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            row.Body = EventJson.Write<object>(
                project with
                {
                    DamageIds = [.. project.DamageIds.Where(seen.Contains)],
                }
            );
        }

        return row;
    }

    /// <summary>What may be shown today, where the community is.</summary>
    public async Task<PublicRegisters> Public(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var zone = await db.Communities.Where(c => c.Id == communityId).Select(c => c.Zone).FirstAsync(stop);
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var all = await All(communityId, stop);
        if (
            shown.TryGetValue(communityId, out var known)
            && ReferenceEquals(known.All, all)
            && known.Shown.Day == today
        )
            return known.Shown;
        while (true)
        {
            var before = await db
                .RegisterStates.Where(s => s.CommunityId == communityId)
                .Select(s => s.Told)
                .FirstOrDefaultAsync(stop);
            var now = PublicRegisters.Of(all, today, EventJson.Read<List<ToldSum>>(before ?? "[]"));
            if (!await KeepTold(db, communityId, before, EventJson.Write(now.Told), stop))
                continue;
            shown[communityId] = (all, now);
            return now;
        }
    }

    /// <summary>
    /// Before anybody is shown it: what is not kept could be subtracted from what is told next. False when others told something
    /// else in between: then this must be worked out anew, beside that.
    /// </summary>
    private static async Task<bool> KeepTold(
        HubDb db,
        Guid communityId,
        string? before,
        string now,
        CancellationToken stop
    ) =>
        before is null
        || before == now
        || await db
            .RegisterStates.Where(s => s.CommunityId == communityId && s.Told == before)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Told, now), stop) > 0;

    /// <summary>Writes all entries or none. An entry that is there already is changed; one that says the same stays untouched.</summary>
    public Task<Written> Write(
        Guid communityId,
        Guid by,
        string way,
        IReadOnlyCollection<IEntry> entries,
        IProgress<int>? progress = null,
        CancellationToken stop = default
    ) => Write(communityId, by, way, entries, null, progress, stop);

    /// <summary>
    /// The same. SQLite has one writer: what is to be written is worked out aside and only laid in place under its lock, so that
    /// a large import keeps nobody else waiting. When the registers were changed meanwhile, it is worked out anew.
    /// </summary>
    /// <param name="kept">Makes the entry to write from the one that is given and the one that is there; null: nothing of it.</param>
    public async Task<Written> Write(
        Guid communityId,
        Guid by,
        string way,
        IReadOnlyCollection<IEntry> entries,
        Func<IEntry, IEntry, IEntry?>? kept,
        IProgress<int>? progress,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var staged = await StagedRows.Open(db, communityId, kept, stop);
        for (var attempt = 1; ; attempt++)
        {
            var written = await staged.Fill(entries, progress, stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (!await staged.StillHolds(stop))
            {
                if (attempt < MostAttempts)
                    continue;
                written = await staged.Fill(entries, null, stop);
            }

            if (written.Added + written.Changed + written.AwaitRelease.Count > 0)
            {
                var pen = new RegisterPen(db, communityId, by, way, clock.GetCurrentInstant());
                await staged.Apply(by, way, clock.GetCurrentInstant(), stop);
                await pen.Ask(staged.Asks, null, stop);
                await pen.Count(
                    audit,
                    $"{communityId} +{written.Added} ~{written.Changed} ?{written.AwaitRelease.Count}",
                    stop
                );
            }

            await transaction.CommitAsync(stop);
            await pictures.TakeBack(communityId);
            return written;
        }
    }

    /// <summary>What <see cref="Write"/> would do now.</summary>
    public async Task<Written> Foresee(
        Guid communityId,
        IReadOnlyCollection<IEntry> entries,
        Func<IEntry, IEntry, IEntry?>? kept = null,
        CancellationToken stop = default
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var staged = await StagedRows.Open(db, communityId, kept, stop);
        return await staged.Fill(entries, null, stop);
    }

    /// <summary>Where a community's places must lie; null where we do not know.</summary>
    public async Task<CountryBox?> BoxOf(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return CountryBox.Of(
            await db.Communities.Where(c => c.Id == communityId).Select(c => c.Country).FirstAsync(stop)
        );
    }

    public async Task<RegisterRow?> Find(Guid communityId, Register register, string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .RegisterRows.AsNoTracking()
            .FirstOrDefaultAsync(r => r.CommunityId == communityId && r.Register == register && r.Key == key);
    }

    /// <summary>
    /// The same as this person may read it: a row that is open today has not always been so, and what it said while it was
    /// restricted stays with those who answer for it.
    /// </summary>
    public async Task<IReadOnlyList<RegisterChange>> HistoryFor(Person person, RegisterRow row)
    {
        var changes = await History(row.CommunityId, row.Register, row.Key);
        var guarded = (await All(row.CommunityId))
            .Projects.Where(p => p.Access == Access.Restricted)
            .Select(p => p.Id)
            .ToHashSet(StringComparer.Ordinal);
        return ReleaseDesk.MayRelease(person, row.CommunityId)
            ? changes
            : [.. changes.Where(c => c.Body is null || !IsGuarded(Entry(c.Register, c.Body)))];

        // Funding is as guarded as the project that it was given to at the time.
        bool IsGuarded(IEntry entry) =>
            entry is Funding funding ? guarded.Contains(funding.ProjectId) : entry.Access == Access.Restricted;
    }

    /// <summary>What the row was after each of its changes, the latest first.</summary>
    public async Task<IReadOnlyList<RegisterChange>> History(Guid communityId, Register register, string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .RegisterChanges.AsNoTracking()
            .Where(c => c.CommunityId == communityId && c.Register == register && c.Key == key)
            .OrderByDescending(c => c.Revision)
            .ToListAsync();
    }

    /// <summary>
    /// Writes one row over the revision that its author saw (0 for a new one). Over another nothing is written, and the row that
    /// stands comes back to be compared.
    /// </summary>
    public async Task<Saved> Save(Guid communityId, Guid by, string way, IEntry asked, int basedOn)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.RegisterRows.FindAsync(communityId, asked.Register, asked.Id);
        if (basedOn == 0 && row is { IsRemoved: false })
            return new(row, Refusal.AlreadyExists);
        if (basedOn != 0 && row?.Revision != basedOn)
            return new(row, row is null ? Refusal.NotFound : Refusal.ChangedMeanwhile);

        var pen = new RegisterPen(db, communityId, by, way, clock.GetCurrentInstant());
        var before = row is null ? null : Entry(row);
        var alone = Exposure.Alone(Unsaid.Kept(asked, before), before);
        if (row is null or { IsRemoved: true } || !alone.Equals(before))
            row = pen.Put(row, alone);
        var awaits = Exposure.IsMoreOpen(asked, alone);
        if (awaits)
            await pen.Ask([(asked, row.Revision)], null, CancellationToken.None);
        await pen.Count(audit, $"{communityId} {asked.Register} {asked.Id}", CancellationToken.None);
        await transaction.CommitAsync();
        await pictures.TakeBack(communityId);
        return new(row, null, awaits);
    }

    /// <summary>Takes a row out. It can be brought back from its history.</summary>
    public async Task<Refusal?> Remove(Guid communityId, Guid by, Register register, string key, int basedOn)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.RegisterRows.FindAsync(communityId, register, key) is not { IsRemoved: false } row)
            return Refusal.NotFound;
        if (row.Revision != basedOn)
            return Refusal.ChangedMeanwhile;
        var pen = new RegisterPen(db, communityId, by, "removal", clock.GetCurrentInstant());
        pen.Remove(row);
        await pen.Count(audit, $"{communityId} {register} {key}", CancellationToken.None);
        await transaction.CommitAsync();
        await pictures.TakeBack(communityId);
        return null;
    }

    /// <summary>Makes a row what it was after one of its changes, but never more open than it is now.</summary>
    public async Task<Saved> Restore(Guid communityId, Guid by, Register register, string key, int revision)
    {
        await using var db = await databases.CreateDbContextAsync();
        var then = await db.RegisterChanges.FindAsync(communityId, register, key, revision);
        var row = await db.RegisterRows.FindAsync(communityId, register, key);
        return then?.Body is { } body && row is not null
            ? await Save(communityId, by, "restore", Entry(register, body), row.Revision)
            : new(null, Refusal.NotFound);
    }

    /// <summary>A row as figures name it: <c>damages/IZ-1</c>.</summary>
    public static string NameOf(IEntry entry) => $"{Code.Of(entry.Register)}/{entry.Id}";

    public static IEntry Entry(RegisterRow row) => Entry(row.Register, row.Body);

    public static IEntry Entry(Register register, string body) =>
        register switch
        {
            Register.Damages => EventJson.Read<Damage>(body),
            Register.Projects => EventJson.Read<RecoveryProject>(body),
            _ => EventJson.Read<Funding>(body),
        };
}
