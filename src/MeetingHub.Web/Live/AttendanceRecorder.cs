using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>
/// Makes the log agree with who is connected: a comparison every second, not a reaction to each connection, so that a thousand
/// arrivals are a few facts, a flickering line is none, and a restart mends itself.
/// </summary>
public sealed class AttendanceRecorder(
    Rooms rooms,
    MeetingLog log,
    Broadcaster broadcaster,
    IDbContextFactory<HubDb> databases,
    IClock clock,
    ILogger<AttendanceRecorder> logger
) : BackgroundService
{
    /// <summary>How long a seat may be unseen before it counts as gone: longer than a phone needs to change its cell.</summary>
    private static readonly Duration Grace = Duration.FromSeconds(15);

    /// <summary>The meetings looked after, each with the seats that were connected at the last look.</summary>
    private readonly Dictionary<Guid, HashSet<Guid>> watched = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WatchMeetingsCutOff(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Watch(rooms.Occupied);
            foreach (var meeting in watched.Keys.ToList())
            {
                try
                {
                    if (!await Note(meeting, stoppingToken))
                        watched.Remove(meeting);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    logger.LogError(fault, "Attendance of meeting {Meeting} could not be noted", meeting);
                }
            }
        }
    }

    private async Task<bool> Note(Guid id, CancellationToken stop)
    {
        if (await log.Find(id, stop) is not { } meeting)
            return false;

        var connected = rooms.In(id).Where(v => !v.Waits).Select(v => v.SeatId).ToHashSet();
        // Coming back within the grace is no fact, but those who run the room see it: once a look, however many come.
        if (!connected.SetEquals(watched[id]))
            broadcaster.TellSteering(id);
        watched[id] = connected;
        var now = clock.GetCurrentInstant();
        var gone = meeting.Present.Except(connected).Where(s => now - rooms.LastSeen(id, s) >= Grace).ToList();
        if (gone.Count > 0 || connected.Any(s => !meeting.Present.Contains(s)))
            await log.Do(id, new Command(null, (m, _) => Attending.NoteAttendance(m, connected, gone)), stop);
        return connected.Count > 0 || !meeting.Present.IsEmpty;
    }

    // Those noted as present when the server died either come back within the grace or are noted as gone.
    private async Task WatchMeetingsCutOff(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var live = await db
            .Meetings.Where(m => m.Status == MeetingStatus.Open || m.Status == MeetingStatus.Paused)
            .Select(m => m.Id)
            .ToListAsync(stop);
        Watch(live);
    }

    private void Watch(IEnumerable<Guid> meetings)
    {
        foreach (var meeting in meetings)
            watched.TryAdd(meeting, []);
    }
}
