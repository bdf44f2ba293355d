namespace MeetingHub.Web.Decks.Fitting;

/// <summary>Measures one deck after the other, beside everything else: a browser takes a second and a whole core.</summary>
internal sealed class FitKeeper(FitReports reports, ILogger<FitKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var deck in reports.Wanted.ReadAllAsync(stoppingToken))
        {
            try
            {
                await reports.Measure(deck, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "A presentation could not be measured");
            }
        }
    }
}
