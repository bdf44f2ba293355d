using MeetingHub.Web.Evidence.Exchange;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence;

public static class EvidenceFeature
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton<RegisterBook>();
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<IDataBlockSource, CommunityBlocks>();
        services.AddSingleton<IView, DamageBySectorView>();
        services.AddSingleton<IView, GradesView>();
        services.AddSingleton<IView, NeedsFundedGapView>();
        services.AddSingleton<IView, PipelineView>();
        services.AddSingleton<IView, TimelineView>();
        services.AddSingleton<IView, FundingBySourceView>();
        services.AddSingleton<IView, TopProjectsView>();
        services.AddSingleton<IView, OneBuildingView>();
        services.AddSingleton<IView, BigNumberView>();
        services.AddSingleton<IView, PlacesView>();
        services.AddExchange();
        return services;
    }

    public static void MapEvidence(this WebApplication app) => app.MapExchange();
}
