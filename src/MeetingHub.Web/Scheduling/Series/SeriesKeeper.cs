using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>Goes on with series whose planning was cut off by a crash or a full disk.</summary>
public sealed class SeriesKeeper(
    IDbContextFactory<HubDb> databases,
    SeriesSecretariat series,
    ILogger<SeriesKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await FinishAll(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "A series could not be finished");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task FinishAll(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (
            var id in await db.Series.Where(s => s.Status == SeriesStatus.Planned).Select(s => s.Id).ToListAsync(stop)
        )
            await series.Finish(id, stop);
    }
}
