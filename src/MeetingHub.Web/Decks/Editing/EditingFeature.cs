using MeetingHub.Web.Decks.Suggesting;
using MeetingHub.Web.Decks.Terms;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks.Editing;

/// <summary>Slides in two languages side by side, agreed terms, and suggestions by a machine.</summary>
internal static class EditingFeature
{
    public static IServiceCollection AddSlideEditing(this IServiceCollection services)
    {
        services.AddSingleton<TermBook>();
        services.AddSingleton<WordingBook>();
        services.AddSingleton<SlideDesk>();
        services.AddSingleton<SlideSights>();
        services.AddSingleton<SlideSuggestions>();
        services.AddSingleton<SuggestionRuns>();
        return services;
    }

    public static void MapSlideEditing(this WebApplication app)
    {
        app.MapPost("/decks/{id:guid}/slides/{slideId}/save", Save).RequireAuthorization();
        app.MapGet("/decks/{id:guid}/suggestions/{to}", Progress).RequireAuthorization();
        app.MapGet("/glossary/terms.csv", TermsFile).RequireAuthorization();
    }

    /// <summary>Saves while one types. 409: somebody else was faster and the text is kept aside. 422: says what is wrong with it.</summary>
    private static async Task<IResult> Save(
        Guid id,
        string slideId,
        [FromForm] IFormCollection form,
        string? from,
        string? to,
        DeckLibrary library,
        SlideDesk desk,
        SlideSights sights,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (await library.FindFor(me, id) is null)
            return Results.NotFound();
        var edited = await desk.Write(id, slideId, SlideForm.Read(form), me.Id);
        if (edited.Refusal is { } refusal)
            return Results.Text(texts.Of(refusal), statusCode: StatusCodes.Status422UnprocessableEntity);
        if (edited.Aside.Count > 0)
            return Results.Conflict();
        return SlideSheet.Of(edited.Deck, slideId, from, to, texts.Language) is { } sheet
            ? new RazorComponentResult<SlideLive>(
                new Dictionary<string, object?> { [nameof(SlideLive.Sight)] = await sights.Of(sheet) }
            )
            : Results.NotFound();
    }

    public sealed record ProgressOut(int Done, int All, bool IsOver);

    private static async Task<Results<Ok<ProgressOut>, NotFound>> Progress(
        Guid id,
        string to,
        DeckLibrary library,
        SuggestionRuns runs,
        CurrentPerson current
    )
    {
        return await library.FindFor(await current.Get(), id) is not null && runs.Of(id, to) is { } run
            ? TypedResults.Ok(new ProgressOut(run.Done, run.All, run.End is not null))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> TermsFile(TermBook book, CurrentPerson current) =>
        (await current.Get()).CommunityId is { } community
            ? Results.File(TermFile.Write(await book.Of(community)), "text/csv; charset=utf-8", "glossary.csv")
            : Results.NotFound();
}
