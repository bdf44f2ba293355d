namespace MeetingHub.Web.Evidence.Maps;

internal static class MapsFeature
{
    public static void AddMaps(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MapSettings>(configuration.GetSection(MapSettings.Section));
        services.AddSingleton<BoundaryShelf>();
    }

    public static void MapMaps(this WebApplication app) => MapPoints.Map(app);
}
