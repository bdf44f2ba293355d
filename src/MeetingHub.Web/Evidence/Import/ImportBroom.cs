using NodaTime;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>Deletes uploaded files when their day is over, also those that nobody came back to.</summary>
public sealed class ImportBroom(ImportFolder folder, ImportSettings settings, IClock clock, ILogger<ImportBroom> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(20));
        do
        {
            try
            {
                Sweep();
            }
            catch (IOException fault)
            {
                logger.LogWarning(fault, "Old imports could not be deleted");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public int Sweep() => folder.DeleteBefore(clock.GetCurrentInstant() - Duration.FromHours(settings.KeepHours));
}
