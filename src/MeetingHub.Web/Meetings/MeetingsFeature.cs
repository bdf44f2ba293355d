using MeetingHub.Web.Log;

namespace MeetingHub.Web.Meetings;

public static class MeetingsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<ISummary, MeetingRows>();
        return services;
    }

    public static void MapMeetings(this WebApplication app) { }
}
