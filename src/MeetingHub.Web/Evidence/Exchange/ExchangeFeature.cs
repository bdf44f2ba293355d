namespace MeetingHub.Web.Evidence.Exchange;

internal static class ExchangeFeature
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddOptions<DreamSettings>().BindConfiguration(DreamSettings.Section);
        services.AddSingleton<DreamClient>();
        services.AddSingleton<StagedFiles>();
        services.AddSingleton<Bringing>();
    }

    public static void MapExchange(this WebApplication app) => ExportDownloads.Map(app);
}
