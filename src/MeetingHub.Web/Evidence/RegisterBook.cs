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
    private const int MostAttempts = 3;
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
    /// <param name="kept">Makes the entry to write from the one that is given and the one that is there.</param>
    public async Task<Written> Write(
        Guid communityId,
        Guid by,
        string way,
        IReadOnlyCollection<IEntry> entries,
        Func<IEntry, IEntry, IEntry>? kept,
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

            if (written.Added + written.Changed > 0)
            {
                var now = clock.GetCurrentInstant();
                await staged.Apply(by, way, now, stop);
                await Count(db, communityId, now, stop);
                audit.Note(db, by, $"registers_{way}", $"{communityId} +{written.Added} ~{written.Changed}");
                await db.SaveChangesAsync(stop);
            }

            await transaction.CommitAsync(stop);
            return written;
        }
    }

    /// <summary>What <see cref="Write"/> would do now.</summary>
    public async Task<Written> Foresee(
        Guid communityId,
        IReadOnlyCollection<IEntry> entries,
        Func<IEntry, IEntry, IEntry>? kept = null,
        CancellationToken stop = default
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var staged = await StagedRows.Open(db, communityId, kept, stop);
        return await staged.Fill(entries, null, stop);
    }

    public static IEntry Entry(RegisterRow row) => Entry(row.Register, row.Body);

    public static IEntry Entry(Register register, string body) =>
        register switch
        {
            Register.Damages => EventJson.Read<Damage>(body),
            Register.Projects => EventJson.Read<RecoveryProject>(body),
            _ => EventJson.Read<Funding>(body),
        };

    private static async Task Count(HubDb db, Guid communityId, Instant now, CancellationToken stop)
    {
        if (await db.RegisterStates.FindAsync([communityId], stop) is not { } state)
            db.RegisterStates.Add(state = new RegisterState { CommunityId = communityId });
        state.Revision++;
        state.UpdatedAt = now;
    }
}
