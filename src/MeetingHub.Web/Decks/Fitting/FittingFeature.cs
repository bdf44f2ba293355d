using MeetingHub.Web.Decks.Out;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Decks.Out.Paper;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>Tells authors which slides a hall would not see whole. It warns and forbids nothing.</summary>
internal static class FittingFeature
{
    public static IServiceCollection AddFitting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(FitSettings.Of(configuration));
        services.AddSingleton<WebParts>();
        services.AddSingleton<Browser>();
        services.AddSingleton<PictureSizes>(s =>
        {
            var outputs = s.GetRequiredService<DeckOutputs>();
            return address => HandOutMaking.SizeOf(outputs.Picture(address));
        });
        services.AddSingleton<FitPage>();
        services.AddSingleton<FitEstimate>();
        services.AddSingleton<FitCheck>();
        services.AddSingleton<IFitCheck>(s => s.GetRequiredService<FitCheck>());
        services.AddSingleton<FitReports>();
        services.AddSingleton<IFitWishes>(s => s.GetRequiredService<FitReports>());
        return services.AddHostedService<FitKeeper>();
    }

    public static void MapFitting(this WebApplication app) =>
        app.MapPost("/decks/{id:guid}/fit", Measure).RequireAuthorization();

    private static async Task<IResult> Measure(
        Guid id,
        [FromForm] string? again,
        OutDoor door,
        DeckLibrary library,
        FitReports reports
    )
    {
        if (await door.Mine(id) is not { } deck)
            return Results.NotFound();
        if ((await library.Compile(id, deck.Draft)).Deck is { } compiled)
            reports.Want(compiled);
        return Results.LocalRedirect($"/decks/{id}#fit");
    }
}
