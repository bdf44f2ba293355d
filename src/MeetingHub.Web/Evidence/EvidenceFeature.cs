using MeetingHub.Web.Evidence.Exchange;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence;

public static class EvidenceFeature
{
    internal static IReadOnlyList<IView> Views { get; } =
    [
        new DamageBySectorView(),
        new GradesView(),
        new NeedsFundedGapView(),
        new PipelineView(),
        new TimelineView(),
        new FundingBySourceView(),
        new TopProjectsView(),
        new OneBuildingView(),
        new BigNumberView(),
        new PlacesView(),
    ];

    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RegisterBook>();
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<GuardedFiles>();
        services.AddSingleton<EvidencePictures>();
        services.AddSingleton<IDataBlockSource, CommunityBlocks>();
        foreach (var view in Views)
            services.AddSingleton(view);
        services.AddMaps(configuration);
        services.AddExchange();
        return services.AddImport(configuration);
    }

    public static void MapEvidence(this WebApplication app)
    {
        app.MapMaps();
        app.MapExchange();
        app.MapImport();
        app.MapEvidencePictures();
    }
}
