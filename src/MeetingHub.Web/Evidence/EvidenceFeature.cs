using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RegisterBook>();
        services.AddSingleton<IDataBlockSource, CommunityBlocks>();
        return services.AddImport(configuration);
    }

    public static void MapEvidence(this WebApplication app) => app.MapImport();
}
