namespace MeetingHub.Web.Log;

public static class LogFeature
{
    public static IServiceCollection AddLog(this IServiceCollection services) => services.AddSingleton<MeetingLog>();
}
