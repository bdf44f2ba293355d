using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>
/// Tells each occupied room, every few seconds, where its log stands. It goes through the meeting's lane, so that it never
/// overtakes a fact: a client that hears of number 8 has been told 8.
/// </summary>
public sealed class Heartbeats(Rooms rooms, MeetingLog log, LiveViews views, Broadcaster broadcaster, IClock clock)
    : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var room in rooms.Occupied)
            {
                await log.Between(
                    room,
                    meeting => broadcaster.Pulse(meeting, views.Of(meeting), clock.GetCurrentInstant()),
                    stoppingToken
                );
            }
        }
    }
}
