using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Lets copies in Microsoft 365 follow their meetings. What fails is tried again, each time after twice as long and never before
/// Microsoft 365 asked for; what waiting will not mend is put before the secretaries.
/// </summary>
internal sealed class CalendarCopier(
    IDbContextFactory<HubDb> databases,
    CopyFollowing following,
    MeetingLog log,
    SecretaryTray tray,
    IClock clock,
    ILogger<CalendarCopier> logger
) : BackgroundService
{
    private const int AtOnce = 20;
    private const int TriesBeforeAsking = 4;
    private static readonly Duration FirstWait = Duration.FromSeconds(30);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    // The event of a meeting that is over is worth no more tries.
    private static readonly Duration Afterwards = Duration.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowDue(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "The queue for Microsoft 365 could not be read");
            }
        }
    }

    public async Task<int> FollowDue(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        var due = await db
            .CalendarCopies.Where(c => c.Wanted > c.Done && c.Wanted > c.Refused && c.DueAt <= now)
            .OrderBy(c => c.DueAt)
            .Take(AtOnce)
            .ToListAsync(stop);
        foreach (var copy in due)
        {
            await Follow(db, copy, stop);
            await db.SaveChangesAsync(stop);
        }

        return due.Count;
    }

    private async Task Follow(HubDb db, CalendarCopy copy, CancellationToken stop)
    {
        // Read before the meeting is: whatever people do from here on counts higher, and comes round again.
        var wanted = copy.Wanted;
        copy.Attempts = copy.Tried == wanted ? copy.Attempts + 1 : 1;
        copy.Tried = wanted;
        Setback? setback;
        try
        {
            setback = await following.Follow(db, copy, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            logger.LogError(fault, "The copy of meeting {Meeting} failed", copy.MeetingId);
            setback = new Setback(GraphFault.Unexpected);
        }

        copy.LastFault = setback?.Fault;
        if (setback is null)
            copy.Done = wanted;
        else if (await IsHopeless(copy, setback.Fault, stop))
        {
            copy.Refused = wanted;
            await Tell(db, copy, setback.Fault, stop);
        }
        else
            copy.DueAt = clock.GetCurrentInstant() + Duration.Max(Wait(copy.Attempts), setback.Wait ?? Duration.Zero);
    }

    private async Task<bool> IsHopeless(CalendarCopy copy, GraphFault fault, CancellationToken stop) =>
        (fault.NeedsPerson() && copy.Attempts >= TriesBeforeAsking)
        || (
            await log.Find(copy.MeetingId, stop) is { } meeting
            && meeting.Plan.End + Afterwards < clock.GetCurrentInstant()
        );

    private async Task Tell(HubDb db, CalendarCopy copy, GraphFault fault, CancellationToken stop)
    {
        var meeting = (await log.Find(copy.MeetingId, stop))!;
        var language = await db
            .Communities.Where(c => c.Id == copy.CommunityId)
            .Select(c => c.Language)
            .FirstAsync(stop);
        var reason = Texts.In(language).Of(fault);
        await tray.Put(
            db,
            copy.CommunityId,
            TrayKind.Microsoft365,
            [meeting.Plan.Title.In(language), reason],
            copy.MeetingId,
            once: $"microsoft365 {copy.MeetingId} {meeting.PlanRevision} {Domain.Code.Of(fault)}"
        );
    }

    private static Duration Wait(int attempts) =>
        Duration.Min(LongestWait, FirstWait * Math.Pow(2, Math.Min(attempts, 20) - 1));
}
