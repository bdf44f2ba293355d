namespace MeetingHub.Web.Scheduling;

public static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<LinkSeal>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<Secretariat>();
        services.AddSingleton<Feeds>();
        services.AddScoped<Walkin>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<LetterSender>();
        services.AddHostedService(s => s.GetRequiredService<LetterSender>());
        return services;
    }

    public static void MapScheduling(this WebApplication app) => app.MapFeeds();
}
