using MeetingHub.Web.Log;

namespace MeetingHub.Web.Agreements;

public static class AgreementsFeature
{
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.AddSingleton<ISummary, ActionItemRows>();
        services.AddScoped<Register>();
        return services;
    }

    public static void MapAgreements(this WebApplication app) { }
}
