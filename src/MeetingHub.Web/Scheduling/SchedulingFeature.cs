namespace MeetingHub.Web.Scheduling;

public static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<LinkSeal>();
        services.AddSingleton<Secretariat>();
        services.AddSingleton<Feeds>();
        services.AddSingleton<ILetterWriter, LetterWriter>();
        services.AddSingleton<Busy.IOwnMeetings, PeoplesMeetings>();
        services.AddSingleton<Tray.SecretaryTray>();
        services.AddSingleton<LetterSender>();
        services.AddHostedService(s => s.GetRequiredService<LetterSender>());
        return services;
    }

    public static void MapScheduling(this WebApplication app) => app.MapFeeds();
}
