using MeetingHub.Web.Decks.Fitting;
using MeetingHub.Web.Decks.Out.Bundle;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.Decks.Terms;

namespace MeetingHub.Web.Decks.Out;

/// <summary>What leaves: hand-outs, files for offline reading, the text with its pictures, packs for interpreters.</summary>
public static class OutFeature
{
    public static IServiceCollection AddDeckOutputs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FrozenDecks>();
        services.AddSingleton<OfflinePage>();
        services.AddSingleton<DeckOutputs>();
        services.AddSingleton<DeckBundles>();
        services.AddSingleton<InterpreterPacks>();
        services.AddSingleton<ITermBook>(s => s.GetRequiredService<TermBook>());
        services.AddScoped<OutDoor>();
        return services.AddFitting(configuration);
    }

    public static void MapDeckOutputs(this WebApplication app)
    {
        DeckDownloadEndpoints.Map(app);
        MeetingDownloadEndpoints.Map(app);
        app.MapFitting();
    }
}
