namespace MeetingHub.Web.Scheduling.ZoneLaw;

/// <summary>Looks at the zone database at each start, when a new version may have come, and daily for what was refused then.</summary>
public sealed class ZoneLawKeeper(ZoneLawCheck check, ILogger<ZoneLawKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await check.Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "Meetings could not be compared with the zone database");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
