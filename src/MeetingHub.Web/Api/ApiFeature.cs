namespace MeetingHub.Web.Api;

public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    public static void MapApi(this WebApplication app) { }
}
