namespace MeetingHub.Web.Scheduling;

public static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services;

    public static void MapScheduling(this WebApplication app) { }
}
