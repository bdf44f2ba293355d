using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.ZoneLaw;

/// <summary>Notes the readings with each plan that people saw: of the plan's zone, both communities' and everyone's who is asked.</summary>
public sealed class ZoneReadings(IDateTimeZoneProvider zones) : ISummary
{
    public async Task Write(HubDb db, Change change, CancellationToken stop)
    {
        var meeting = change.After;
        if (meeting.Status != MeetingStatus.Scheduled || meeting.Plan.Start < change.Facts[^1].At)
            return;
        var isTimed = change.Facts.Any(f => f.Fact is MeetingScheduled or MeetingRescheduled or MeetingPostponed);
        if (!isTimed && !change.Facts.Any(f => f.Fact is PersonInvited))
            return;

        var known = await db.ZoneReadings.Where(r => r.MeetingId == meeting.Id).ToDictionaryAsync(r => r.Zone, stop);
        foreach (var zone in await Mattering(db, meeting, stop))
        {
            if (known.TryGetValue(zone, out var reading) && !isTimed)
                continue; // an older version's reading waits to be compared
            if (Reading(meeting.Plan.Start, zone) is not { } local)
                continue;
            if (reading is null)
                db.ZoneReadings.Add(reading = New(meeting.Id, zone, local));
            (reading.Local, reading.TzVersion) = (local, zones.VersionId);
        }
    }

    public LocalDateTime? Reading(Instant start, string zone) =>
        zones.GetZoneOrNull(zone) is { } known ? start.InZone(known).LocalDateTime : null;

    public ZoneReading New(Guid meetingId, string zone, LocalDateTime local) =>
        new()
        {
            MeetingId = meetingId,
            Zone = zone,
            Local = local,
            TzVersion = zones.VersionId,
        };

    public static async Task<IReadOnlyList<string>> Mattering(HubDb db, Meeting meeting, CancellationToken stop)
    {
        var seated = meeting.Seats.Values.Where(s => !s.IsRemoved).Select(s => s.PersonId).ToList();
        var people = await db.People.Where(p => seated.Contains(p.Id)).Select(p => p.Zone).Distinct().ToListAsync(stop);
        var communities = await db
            .Communities.Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .Select(c => c.Zone)
            .ToListAsync(stop);
        return [.. communities.Concat(people).Append(meeting.Plan.Zone).Select(LocalSlot.Canonical).Distinct()];
    }
}
