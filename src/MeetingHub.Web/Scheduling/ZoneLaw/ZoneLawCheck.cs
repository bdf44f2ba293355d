using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.ZoneLaw;

/// <summary>
/// Compares the meetings ahead with the zone database that the program has now. Where the law of the plan's own zone changed,
/// the meeting keeps its local time and everyone is told; where another clock now reads otherwise, the secretaries are.
/// </summary>
public sealed class ZoneLawCheck(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    Secretariat secretariat,
    SecretaryTray tray,
    ZoneReadings readings,
    IDateTimeZoneProvider zones,
    IClock clock,
    ILogger<ZoneLawCheck> logger
)
{
    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        var ahead = await db
            .Meetings.Where(m => m.Status == MeetingStatus.Scheduled && m.Start > now)
            .Select(m => m.Id)
            .ToListAsync(stop);
        foreach (var id in ahead)
        {
            try
            {
                await Compare(id, now, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One broken meeting must not keep the others' secretaries in the dark.
                logger.LogError(fault, "Meeting {Meeting} could not be compared with the zone database", id);
            }
        }
    }

    private async Task Compare(Guid id, Instant now, CancellationToken stop)
    {
        if (await log.Find(id, stop) is not { } meeting)
            return;
        await using var db = await databases.CreateDbContextAsync(stop);
        var known = await db.ZoneReadings.Where(r => r.MeetingId == id).ToDictionaryAsync(r => r.Zone, stop);
        var mattering = await ZoneReadings.Mattering(db, meeting, stop);
        if (mattering.All(z => known.TryGetValue(z, out var r) && r.TzVersion == zones.VersionId))
            return;

        var decision = Planning.FollowZoneLaw(meeting, zones, now);
        var moved = (decision as Accepted)?.Facts.OfType<MeetingRescheduled>().FirstOrDefault();
        var start = moved?.Plan.Start ?? meeting.Plan.Start;
        foreach (var zone in mattering)
            await Tell(db, meeting, zone, known.GetValueOrDefault(zone), start);
        // The entries before the move: after a crash between the two, what is noted of the old law is still there to compare.
        var follows = decision is Accepted { Facts.Count: > 0 };
        if (!follows)
            Note(db, meeting, mattering, known);
        await db.SaveChangesAsync(stop);
        if (follows)
            await secretariat.FollowZoneLaw(id, zones);
        if (follows && moved is null)
        {
            Note(db, meeting, mattering, known);
            await db.SaveChangesAsync(stop);
        }
    }

    private void Note(HubDb db, Meeting meeting, IEnumerable<string> mattering, Dictionary<string, ZoneReading> known)
    {
        foreach (var zone in mattering)
        {
            if (readings.Reading(meeting.Plan.Start, zone) is not { } local)
                continue;
            if (!known.TryGetValue(zone, out var reading))
                db.ZoneReadings.Add(reading = readings.New(meeting.Id, zone, local));
            (reading.Local, reading.TzVersion) = (local, zones.VersionId);
        }
    }

    private async Task Tell(HubDb db, Meeting meeting, string zone, ZoneReading? before, Instant start)
    {
        if (before is null || readings.Reading(start, zone) is not { } now || now == before.Local)
            return;
        var communities = await db
            .Communities.AsNoTracking()
            .Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .ToListAsync();
        foreach (var community in communities)
        {
            await tray.Put(
                db,
                community.Id,
                TrayKind.ZoneLaw,
                Args(community, meeting, zone, before.Local, now),
                meeting.Id,
                once: $"zone-law {meeting.Id} {zone} {zones.VersionId}"
            );
        }
    }

    // In the community's own language: the tray keeps words, not times.
    private static string[] Args(
        Community reader,
        Meeting meeting,
        string zone,
        LocalDateTime before,
        LocalDateTime now
    )
    {
        var (texts, times) = (Texts.In(reader.Language), Times.In(reader.Language));
        string Said(LocalDateTime local) =>
            before.Date == now.Date
                ? Times.Clock(local.TimeOfDay)
                : $"{times.ShortDay(local.Date)}, {Times.Clock(local.TimeOfDay)}";
        return
        [
            meeting.Plan.Title.In(reader.Language),
            times.Zone(zone),
            texts["zone_law.was_now", Said(before), Said(now)],
        ];
    }
}
