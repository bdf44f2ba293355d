using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>When people sit in our own meetings: those they were asked to and did not decline, and that were not cancelled.</summary>
public sealed class PeoplesMeetings(IDbContextFactory<HubDb> databases, MeetingLog log) : IOwnMeetings
{
    public async Task<ILookup<Guid, Interval>> Of(
        IReadOnlyCollection<Guid> people,
        Interval window,
        Guid? except,
        CancellationToken stop
    )
    {
        var earliest = window.Start - Duration.FromMinutes(MeetingPlan.LongestMinutes);
        var end = window.End;
        await using var db = await databases.CreateDbContextAsync(stop);
        // Who was asked has a link, used or not; whether they still have their seat and come, the log alone knows.
        var asked = await db
            .JoinLinks.Where(l => people.Contains(l.PersonId) && l.MeetingId != except)
            .Join(
                db.Meetings.Where(m => m.Status != MeetingStatus.Cancelled && m.Start >= earliest && m.Start < end),
                l => l.MeetingId,
                m => m.Id,
                (l, m) => new { l.PersonId, m.Id }
            )
            .Distinct()
            .ToListAsync(stop);
        var times = new List<(Guid Person, Interval Time)>();
        foreach (var meeting in asked.GroupBy(a => a.Id, a => a.PersonId))
        {
            if (await log.Find(meeting.Key, stop) is not { Plan: { } plan } found)
                continue;
            times.AddRange(
                meeting
                    .Where(p => found.SeatOf(p) is { IsRemoved: false, Answer: not Answer.Declined })
                    .Select(p => (p, new Interval(plan.Start, plan.End)))
            );
        }

        return times.ToLookup(t => t.Person, t => t.Time);
    }
}
