using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Documents;
using MeetingHub.Web.Decks.Editing;
using MeetingHub.Web.Decks.Out;
using MeetingHub.Web.Decks.Shelf;
using MeetingHub.Web.Figures;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Imaging;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks;

public static class DecksFeature
{
    /// <summary>A deck's file with its pictures, and the form around it.</summary>
    public const long LargestUpload = 26 * 1024 * 1024;

    public static IServiceCollection AddDecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = LargestUpload;
            o.ValueLengthLimit = 8 * 1024 * 1024;
        });
        services.AddSingleton<Templates.NewDeck>();
        services.AddDocuments(configuration);
        services.AddSingleton<Shelf.PictureDesk>();
        services.AddSingleton(new UploadKind(Shelf.PictureEndpoints.Kind, Pictures.MaxBytes));
        services.AddSingleton<IPublishedRows, PublishedFigures>();
        services.AddSingleton<StillShown>();
        return services.AddSingleton<DeckLibrary>().AddSlideEditing().AddDeckOutputs(configuration);
    }

    public static void MapDecks(this WebApplication app)
    {
        app.MapGet("/files/{name}", DeckFiles.Get);
        app.MapPost("/decks/{id:guid}/preview", Preview).RequireAuthorization();
        app.MapPost("/decks/{id:guid}/draft", Autosave).RequireAuthorization();
        app.MapGet("/decks/{id:guid}/text", Download).RequireAuthorization();
        app.MapSlideEditing();
        app.MapDeckOutputs();
        app.MapDocuments();
        app.MapPictures();
    }

    /// <summary>Only uploads may be large; every other request keeps the server's small limit.</summary>
    public static void UseUploadLimits(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                var takesUploads =
                    path.StartsWithSegments("/decks")
                    || path.StartsWithSegments("/api/v1/decks")
                    || path.StartsWithSegments("/evidence/bring")
                    || path.StartsWithSegments("/evidence/boundaries");
                if (takesUploads && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                    limit.MaxRequestBodySize = LargestUpload;
                return next(http);
            }
        );

    private static async Task<Results<RazorComponentResult<DeckPreview>, NotFound>> Preview(
        Guid id,
        [FromForm(Name = "Draft")] string draft,
        [FromForm(Name = "Tongue")] string? tongue,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is null)
            return TypedResults.NotFound();
        return new RazorComponentResult<DeckPreview>(
            new Dictionary<string, object?>
            {
                [nameof(DeckPreview.Compiled)] = await library.Compile(id, draft.ReplaceLineEndings("\n")),
                [nameof(DeckPreview.Tongue)] = Language.IsKnown(tongue) ? tongue : texts.Language,
            }
        );
    }

    /// <summary>Saves while one types. The answer's revision is what the next saving is based on.</summary>
    private static async Task<IResult> Autosave(
        Guid id,
        [FromForm(Name = "Draft")] string draft,
        [FromForm(Name = "Revision")] int revision,
        DeckLibrary library,
        CurrentPerson current
    )
    {
        if (await Mine(id, library, current) is null)
            return Results.NotFound();
        var saved = (await library.Save(id, revision, draft.ReplaceLineEndings("\n"), (await current.Get()).Id))!;
        if (!saved.IsTaken)
            return saved.ChangedMeanwhile
                ? Results.Conflict()
                : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return Results.Json(
            new
            {
                saved.Deck.Revision,
                saved.Deck.Draft,
                Problems = saved.Problems.Count,
            }
        );
    }

    private static async Task<IResult> Download(Guid id, DeckLibrary library, CurrentPerson current, Texts texts) =>
        await Mine(id, library, current) is { } deck
            ? Results.File(
                Encoding.UTF8.GetBytes(deck.Draft),
                "text/markdown; charset=utf-8",
                OutNames.Of(deck.Title.In(texts.Language), $"{deck.Revision}", ".md")
            )
            : Results.NotFound();

    private static async Task<DeckRow?> Mine(Guid id, DeckLibrary library, CurrentPerson current) =>
        await library.FindFor(await current.Get(), id);
}
