namespace MeetingHub.Web.Decks;

public static class DecksFeature
{
    public static IServiceCollection AddDecks(this IServiceCollection services) => services.AddSingleton<DeckLibrary>();

    public static void MapDecks(this WebApplication app) => app.MapGet("/files/{name}", DeckFiles.Get);
}
