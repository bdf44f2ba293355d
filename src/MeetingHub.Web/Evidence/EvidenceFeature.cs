using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton<RegisterBook>();
        services.AddSingleton<IDataBlockSource, CommunityBlocks>();
        return services;
    }

    public static void MapEvidence(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
