using MeetingHub.Web.Busy.Fetching;

namespace MeetingHub.Web.Busy;

public static class BusyFeature
{
    public static IServiceCollection AddBusy(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<BusySettings>(configuration.GetSection(BusySettings.Section));
        services.AddSingleton<GuardedClient>();
        services.AddSingleton<Courtesy>();
        services.AddSingleton<BusySeal>();
        services.AddSingleton<HomeZones>();
        services.AddSingleton<CalDavDialogue>();
        services.AddSingleton<IBusySource, IcsSubscription>();
        services.AddSingleton<IBusySource, CalDavFreeBusy>();
        services.AddSingleton<SourceReadings>();
        services.AddSingleton<BusyTimes>();
        services.AddSingleton<BusySources>();
        return services;
    }
}
