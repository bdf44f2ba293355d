using System.Collections.Concurrent;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence;

/// <summary>
/// The one door to a community's registers. Every write goes through <see cref="Write"/>, which keeps the history and lets
/// nobody alone make a row more open than it was.
/// </summary>
public sealed class RegisterBook(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock)
{
    private const int Batch = 500;
    private readonly ConcurrentDictionary<Guid, (long Revision, Registers All)> read = new();

    /// <summary>Rows written, and those that stay as guarded as they were because a second person must release them.</summary>
    public sealed record Written(int Added, int Changed, int Same, IReadOnlyList<string> AwaitRelease);

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
            .Where(r => r.CommunityId == communityId)
            .OrderBy(r => r.Key)
            .Select(r => new { r.Register, r.Body })
            .ToListAsync(stop);
        var all = new Registers(
            [.. bodies.Where(b => b.Register == Register.Damages).Select(b => EventJson.Read<Damage>(b.Body))],
            [
                .. bodies
                    .Where(b => b.Register == Register.Projects)
                    .Select(b => EventJson.Read<RecoveryProject>(b.Body)),
            ],
            [.. bodies.Where(b => b.Register == Register.Funding).Select(b => EventJson.Read<Funding>(b.Body))]
        );
        read[communityId] = (revision, all);
        return all;
    }

    /// <summary>What may be shown today, where the community is.</summary>
    public async Task<PublicRegisters> Public(Guid communityId, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var zone = await db.Communities.Where(c => c.Id == communityId).Select(c => c.Zone).FirstAsync(stop);
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return PublicRegisters.Of(await All(communityId, stop), today);
    }

    /// <summary>Writes all entries or none. An entry that is there already is changed; one that says the same stays untouched.</summary>
    public async Task<Written> Write(
        Guid communityId,
        Guid by,
        string way,
        IReadOnlyCollection<IEntry> entries,
        IProgress<int>? progress = null,
        CancellationToken stop = default
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetCurrentInstant();
        var (added, changed, done) = (0, 0, 0);
        List<string> awaiting = [];
        foreach (var batch in entries.Chunk(Batch))
        {
            var known = await Known(db, communityId, batch, stop);
            foreach (var entry in batch)
            {
                var row = known.GetValueOrDefault((entry.Register, entry.Id));
                var before = row is null ? null : Entry(row);
                var alone = entry.With(Exposure.Alone(entry, before));
                if (alone.Access != entry.Access)
                    awaiting.Add(entry.Id);
                if (before is not null && before.Equals(alone))
                    continue;
                _ = row is null ? added++ : changed++;
                Put(db, communityId, by, way, now, row, alone);
            }

            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            progress?.Report(done += batch.Length);
        }

        if (added + changed > 0)
        {
            await Count(db, communityId, now, stop);
            audit.Note(db, by, $"registers_{way}", $"{communityId} +{added} ~{changed}");
            await db.SaveChangesAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return new(added, changed, entries.Count - added - changed, awaiting);
    }

    public static IEntry Entry(RegisterRow row) => Entry(row.Register, row.Body);

    public static IEntry Entry(Register register, string body) =>
        register switch
        {
            Register.Damages => EventJson.Read<Damage>(body),
            Register.Projects => EventJson.Read<RecoveryProject>(body),
            _ => EventJson.Read<Funding>(body),
        };

    private static async Task<Dictionary<(Register, string), RegisterRow>> Known(
        HubDb db,
        Guid communityId,
        IEntry[] batch,
        CancellationToken stop
    )
    {
        var keys = batch.Select(e => e.Id).ToList();
        return await db
            .RegisterRows.Where(r => r.CommunityId == communityId && keys.Contains(r.Key))
            .ToDictionaryAsync(r => (r.Register, r.Key), stop);
    }

    private static void Put(
        HubDb db,
        Guid communityId,
        Guid by,
        string way,
        Instant now,
        RegisterRow? row,
        IEntry entry
    )
    {
        if (row is null)
        {
            row = new RegisterRow
            {
                CommunityId = communityId,
                Register = entry.Register,
                Key = entry.Id,
                Body = "",
            };
            db.RegisterRows.Add(row);
        }

        row.Body = EventJson.Write<object>(entry);
        row.Access = entry.Access;
        row.Search = SearchText.Of(entry);
        row.Revision++;
        (row.UpdatedAt, row.UpdatedBy) = (now, by);
        db.RegisterChanges.Add(
            new RegisterChange
            {
                CommunityId = communityId,
                Register = entry.Register,
                Key = entry.Id,
                Revision = row.Revision,
                Body = row.Body,
                At = now,
                By = by,
                Way = way,
            }
        );
    }

    private static async Task Count(HubDb db, Guid communityId, Instant now, CancellationToken stop)
    {
        if (await db.RegisterStates.FindAsync([communityId], stop) is not { } state)
            db.RegisterStates.Add(state = new RegisterState { CommunityId = communityId });
        state.Revision++;
        state.UpdatedAt = now;
    }
}
