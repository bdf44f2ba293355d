using System.Globalization;
using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MeetingHub.Web.Api;

public sealed record DeckOut(Guid Id, LocalText Title, int Revision, Instant UpdatedAt)
{
    public static DeckOut Of(DeckRow d) => new(d.Id, d.Title, d.Revision, d.UpdatedAt);
}

public sealed record DeckVersionOut(string Version, LocalText Title, Instant PublishedAt)
{
    public static DeckVersionOut Of(DeckVersion v) => new(v.Version, v.Title, v.PublishedAt);
}

public static class DecksApi
{
    public static void MapDecksApi(this RouteGroupBuilder api)
    {
        var decks = api.MapGroup("/decks").WithTags("Decks");
        decks.MapGet("", List).WithSummary("Your community's decks");
        decks
            .MapPost("", Upload)
            .WithSummary("Upload a deck: a .md file, or a .zip with its pictures (field `file`)")
            .DisableAntiforgery();
        decks.MapGet("{id:guid}", Show).WithSummary("A deck's draft");
        decks.MapGet("{id:guid}/text", Text).WithSummary("A deck's text; ETag is its revision");
        decks
            .MapPut("{id:guid}/text", Save)
            .WithSummary("Save a deck's text over the revision in If-Match")
            .Accepts<string>("text/markdown");
        decks.MapPost("{id:guid}/publish", Publish).WithSummary("Freeze the draft as a version");
        decks.MapGet("{id:guid}/versions", Versions).WithSummary("Published versions, latest first");
    }

    private static async Task<Ok<List<DeckOut>>> List(DeckLibrary library, CurrentPerson current) =>
        TypedResults.Ok(
            (await current.Get()).CommunityId is { } community
                ? (await library.Of(community)).Select(DeckOut.Of).ToList()
                : []
        );

    private static async Task<Results<Created<DeckOut>, ProblemHttpResult>> Upload(
        IFormFile file,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (me.CommunityId is not { } community)
            return texts.Problem(Refusal.NotAllowed);
        await using var stream = file.OpenReadStream();
        var reading = DeckUpload.Read(stream, file.FileName);
        if (!reading.Succeeded)
            return texts.Problem([reading.Problem]);
        var deck = await library.Create(community, reading.Upload.Markdown, me.Id, reading.Upload.Pictures);
        return TypedResults.Created($"/api/v1/decks/{deck.Id}", DeckOut.Of(deck));
    }

    private static async Task<Results<Ok<DeckOut>, ProblemHttpResult>> Show(
        Guid id,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    ) =>
        await Mine(id, library, current) is { } deck
            ? TypedResults.Ok(DeckOut.Of(deck))
            : texts.Problem(Refusal.NotFound);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Text(
        Guid id,
        HttpContext http,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is not { } deck)
            return texts.Problem(Refusal.NotFound);
        http.Response.Headers.ETag = $"\"{deck.Revision}\"";
        return TypedResults.Text(deck.Draft, "text/markdown", Encoding.UTF8);
    }

    private static async Task<Results<Ok<DeckOut>, ProblemHttpResult>> Save(
        Guid id,
        HttpContext http,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is null)
            return texts.Problem(Refusal.NotFound);
        string? match = http.Request.Headers.IfMatch;
        if (!int.TryParse(match?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return Problems.Problem(texts["api.if_match_missing"], 428, "if_match_missing");
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = (await reader.ReadToEndAsync()).ReplaceLineEndings("\n");
        var saved = (await library.Save(id, revision, text, (await current.Get()).Id))!;
        return saved.ChangedMeanwhile
            ? texts.Problem(Refusal.ChangedMeanwhile)
            : TypedResults.Ok(DeckOut.Of(saved.Deck));
    }

    private static async Task<Results<Ok<DeckVersionOut>, ProblemHttpResult>> Publish(
        Guid id,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is null)
            return texts.Problem(Refusal.NotFound);
        var published = await library.Publish(id, (await current.Get()).Id);
        return published.Version is { } version
            ? TypedResults.Ok(DeckVersionOut.Of(version))
            : texts.Problem(published.Problems);
    }

    private static async Task<Results<Ok<List<DeckVersionOut>>, ProblemHttpResult>> Versions(
        Guid id,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    ) =>
        await Mine(id, library, current) is null
            ? texts.Problem(Refusal.NotFound)
            : TypedResults.Ok((await library.VersionsOf(id)).Select(DeckVersionOut.Of).ToList());

    private static async Task<DeckRow?> Mine(Guid id, DeckLibrary library, CurrentPerson current)
    {
        var deck = await library.Find(id);
        return deck is not null && deck.CommunityId == (await current.Get()).CommunityId ? deck : null;
    }
}
