using MeetingHub.Web.Shared.Fetching;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Busy;

public static class BusyFeature
{
    public static IServiceCollection AddBusy(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<BusySettings>(configuration.GetSection(BusySettings.Section));
        services.AddSingleton(Client);
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

    private static GuardedClient Client(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<BusySettings>>().Value;
        return new(
            TrustedHosts.Parse(settings.TrustedHosts)!,
            TimeSpan.FromSeconds(settings.TimeoutSeconds),
            services.GetRequiredService<IClock>()
        );
    }
}
