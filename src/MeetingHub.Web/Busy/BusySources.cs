using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>Who has entered which source. Addresses and passwords go in sealed and are never shown again.</summary>
public sealed class BusySources(
    IDbContextFactory<HubDb> databases,
    IEnumerable<IBusySource> sources,
    BusySeal seal,
    SourceReadings readings,
    AuditTrail audit,
    IOptions<BusySettings> settings,
    IClock clock
)
{
    public const int TrialDays = 30;

    /// <summary>What may be shown of a source: <see cref="Place"/> is its host, or the mailbox of Microsoft 365.</summary>
    public sealed record Shown(BusySourceKind Kind, string Place, string? User, Instant AddedAt, SourceReading? Last);

    /// <summary>How entering a source went: a fault of the address, or what the first reading gave.</summary>
    public sealed record Trial(BusyAddressFault? Fault, BusyAnswer? Answer);

    /// <summary>The kinds that this installation can read.</summary>
    public IReadOnlyList<BusySourceKind> Kinds { get; } = [.. sources.Select(s => s.Kind).Distinct().Order()];

    /// <summary>Keeps the source and reads it at once. One that leads where we must not ask is not kept.</summary>
    public async Task<Trial> Set(Guid personId, EnteredSource entered, Guid by, CancellationToken stop)
    {
        if (!Kinds.Contains(entered.Kind))
            return new Trial(BusyAddressFault.KindNotOffered, null);
        var (checkedSource, fault) = BusyAddress.Check(entered, TrustedHosts.Parse(settings.Value.TrustedHosts)!);
        if (checkedSource is not { } source)
            return new Trial(fault, null);

        var row = new BusySourceRow
        {
            PersonId = personId,
            Kind = source.Kind,
            Address = source.Kind == BusySourceKind.Microsoft365 ? source.Address! : seal.Close(source.Address!),
            User = source.User,
            Password = source.Password is { } password ? seal.Close(password) : null,
            AddedAt = clock.GetCurrentInstant(),
        };
        var answer = await readings.Now(row, TrialWindow, stop);
        if (answer is not BusyAnswer.Unknown { Why: BusyFault.AddressNotAllowed })
            await Keep(row, by);
        return new Trial(null, answer);
    }

    public async Task Remove(Guid personId, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.BusySources.FindAsync(personId) is not { } row)
            return;
        db.BusySources.Remove(row);
        audit.Note(db, by, "busy_source_removed", personId.ToString());
        await db.SaveChangesAsync();
    }

    public async Task<Shown?> Find(Guid personId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Row(db, personId) is { } row
            ? new Shown(row.Kind, Place(row), row.User, row.AddedAt, readings.Last(row))
            : null;
    }

    /// <summary>Asks the source now; null when the person has none.</summary>
    public async Task<BusyAnswer?> ReadNow(Guid personId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Row(db, personId) is { } row ? await readings.Now(row, TrialWindow, stop) : null;
    }

    /// <summary>The first days of a reading, so that the same number is told now and later.</summary>
    public static BusyAnswer InTrial(SourceReading reading) =>
        reading.Answer is BusyAnswer.Known known
            ? known with
            {
                Times = Stretches.Merge(known.Times, DaysFrom(reading.At)),
            }
            : reading.Answer;

    private Interval TrialWindow => DaysFrom(clock.GetCurrentInstant());

    private static Interval DaysFrom(Instant start) => new(start, start + Duration.FromDays(TrialDays));

    private async Task Keep(BusySourceRow row, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BusySources.Where(b => b.PersonId == row.PersonId).ExecuteDeleteAsync();
        db.BusySources.Add(row);
        audit.Note(db, by, "busy_source_set", row.PersonId.ToString());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static Task<BusySourceRow?> Row(HubDb db, Guid personId) =>
        db.BusySources.AsNoTracking().FirstOrDefaultAsync(b => b.PersonId == personId);

    private string Place(BusySourceRow row)
    {
        try
        {
            var source = seal.Open(row);
            return row.Kind == BusySourceKind.Microsoft365 ? source.Address : source.Uri.Host;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "…";
        }
    }
}
