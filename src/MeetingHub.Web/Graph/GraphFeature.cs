using MeetingHub.Web.Busy;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Graph;

/// <summary>Microsoft 365, if the installation has it. Without it nothing here runs, and no page mentions it.</summary>
public static class GraphFeature
{
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(GraphSettings.Section);
        services.Configure<GraphSettings>(section);
        services.AddSingleton<CalendarCopies>();
        // Meetings that were copied while it was on still count their changes while it is off.
        services.AddSingleton<ISummary, CalendarCopyRows>();
        if (section.Get<GraphSettings>()?.IsOn() != true)
            return services;

        services
            .AddHttpClient(GraphConnection.HttpName)
            // The framework's own log lines would hold whole addresses, with people's mailboxes in them.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                }
            )
            .AddHttpMessageHandler(() => new StatusAlone())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<GraphConnection>();
        services.AddSingleton<OutlookCalendar>();
        services.AddSingleton<TeamsLinks>();
        services.AddSingleton<CopyFollowing>();
        services.AddSingleton<CalendarCopier>();
        services.AddHostedService(s => s.GetRequiredService<CalendarCopier>());
        services.AddSingleton<IBusySource, GraphSchedule>();
        return services;
    }
}
