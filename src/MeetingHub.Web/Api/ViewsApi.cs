using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Figures;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>A view of the registers: the figures as a table and as numbers, where they come from, and the drawings as SVG.</summary>
public sealed record FigureOut(
    string Title,
    string Summary,
    IReadOnlyList<string> Header,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<FigureFact> Facts,
    FigureOrigin Origin,
    IReadOnlyList<string> Svg
);

/// <summary>Views for programs: drawn from what may be shown and nothing else, as for slides.</summary>
public static class ViewsApi
{
    public static void MapViewsApi(this RouteGroupBuilder api) =>
        api.MapGet("/views/{view}", Show)
            .WithTags("Registers")
            .WithSummary(
                "A view of your community's registers, as slides show it; its options are query parameters, language= is uk, fr or en"
            );

    private static async Task<Results<Ok<FigureOut>, ProblemHttpResult>> Show(
        string view,
        HttpContext http,
        IDataBlockSource source,
        CurrentPerson current,
        Texts texts
    )
    {
        if ((await current.Get()).CommunityId is not { } community)
            return texts.Problem(Refusal.NotFound);
        var language = http.Request.Query["language"].ToString();
        var options = string.Join(
            '\n',
            http.Request.Query.Where(q => q.Key != "language").Select(q => $"{q.Key}: {q.Value}")
        );
        if (DataBlock.Read(view, options, 0) is not { } block)
            return texts.Problem([new(Domain.Decks.DeckProblem.DataBlock, 0)]);
        var reading = (await source.Of(community)).Draw(block, Language.IsKnown(language) ? language : texts.Language);
        return reading.Figure is not { } figure
            ? texts.Problem([reading.Problem!])
            : TypedResults.Ok(
                new FigureOut(
                    figure.Title,
                    figure.Summary,
                    figure.Table.Header,
                    figure.Table.Rows,
                    figure.Facts,
                    figure.Origin,
                    [.. figure.Sketches.Select(s => SketchSvg.Of(s, figure.Title, figure.Summary).ToString())]
                )
            );
    }
}
