using System.Globalization;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Figures;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MeetingHub.Web.Api;

public sealed record DeckOut(Guid Id, LocalText Title, int Revision, Instant UpdatedAt)
{
    public static DeckOut Of(DeckRow d) => new(d.Id, d.Title, d.Revision, d.UpdatedAt);
}

/// <summary>A deck with its text and with what must be mended before it can be published.</summary>
public sealed record DeckTextOut(
    Guid Id,
    LocalText Title,
    int Revision,
    Instant UpdatedAt,
    string Markdown,
    IReadOnlyList<DeckProblemOut> Problems
);

/// <param name="ShowsGuarded">Rows (<c>damages/IZ-1</c>) that were guarded since: withdraw the version, and publish anew.</param>
public sealed record DeckVersionOut(
    string Version,
    LocalText Title,
    Instant PublishedAt,
    IReadOnlyList<string> ShowsGuarded
)
{
    public static DeckVersionOut Of(DeckVersion v, IReadOnlyList<string> guarded) =>
        new(v.Version, v.Title, v.PublishedAt, guarded);
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
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        decks.MapGet("{id:guid}", Show).WithSummary("A deck's text and its problems; ETag is its revision");
        decks.MapGet("{id:guid}/text", Text).WithSummary("A deck's text as a file; ETag is its revision");
        foreach (var address in new[] { "{id:guid}", "{id:guid}/text" })
        {
            decks
                .MapPut(address, Save)
                .WithSummary("Save a deck's text over the revision in If-Match, faults and all")
                .Accepts<string>("text/markdown")
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        }

        decks.MapPost("{id:guid}/publish", Publish).WithSummary("Freeze the draft as a version");
        decks
            .MapDelete("{id:guid}/versions/{version}", Withdraw)
            .WithSummary("Withdraw a published version: its file and all that was made of it are deleted");
        decks
            .MapGet("{id:guid}/versions", Versions)
            .WithSummary(
                "Published versions, latest first, with rows that they show and that may not be shown any more"
            );
    }

    private static async Task<Ok<List<DeckOut>>> List(DeckLibrary library, CurrentPerson current) =>
        TypedResults.Ok(
            (await current.Get()).CommunityId is { } community
                ? (await library.Of(community)).Select(DeckOut.Of).ToList()
                : []
        );

    private static async Task<Results<Created<DeckTextOut>, ProblemHttpResult>> Upload(
        IFormFile file,
        HttpContext http,
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
        var (markdown, pictures) = reading.Upload;
        var deck = await library.Create(community, markdown, me.Id, pictures, http.Operation());
        return TypedResults.Created($"/api/v1/decks/{deck.Id}", await Whole(deck, library, texts));
    }

    private static async Task<Results<Ok<DeckTextOut>, ProblemHttpResult>> Show(
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
        return TypedResults.Ok(await Whole(deck, library, texts));
    }

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

    private static async Task<Results<Ok<DeckTextOut>, ProblemHttpResult>> Save(
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
        // One reader for files and for this: the same bounds, the same refusal of what is not UTF-8.
        var reading = DeckUpload.Read(await Bounded(http.Request.Body), "deck.md");
        if (!reading.Succeeded)
            return texts.Problem([reading.Problem]);
        var text = reading.Upload.Markdown.ReplaceLineEndings("\n");
        var saved = (await library.Save(id, revision, text, (await current.Get()).Id))!;
        var now = await Whole(saved.Deck, library, texts);
        if (saved.ChangedMeanwhile)
            return texts.Problem(Refusal.ChangedMeanwhile, now);
        if (!saved.IsTaken)
            return texts.Problem(saved.Problems);
        http.Response.Headers.ETag = $"\"{saved.Deck.Revision}\"";
        return TypedResults.Ok(now);
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
            ? TypedResults.Ok(DeckVersionOut.Of(version, []))
            : texts.Problem(published.Problems);
    }

    private static async Task<Results<Ok<List<DeckVersionOut>>, ProblemHttpResult>> Versions(
        Guid id,
        DeckLibrary library,
        StillShown still,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is not { } deck)
            return texts.Problem(Refusal.NotFound);
        var guarded = (await still.Of(deck.CommunityId))
            .Where(v => v.DeckId == id)
            .ToDictionary(v => v.Version, v => v.Rows);
        var versions = await library.VersionsOf(id);
        return TypedResults.Ok(
            versions.Select(v => DeckVersionOut.Of(v, guarded.GetValueOrDefault(v.Version) ?? [])).ToList()
        );
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(
        Guid id,
        string version,
        DeckLibrary library,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(id, library, current) is null)
            return texts.Problem(Refusal.NotFound);
        await library.Withdraw(id, version, (await current.Get()).Id);
        return TypedResults.NoContent();
    }

    private static async Task<DeckTextOut> Whole(DeckRow deck, DeckLibrary library, Texts texts)
    {
        var compiled = await library.Compile(deck.Id, deck.Draft);
        var problems = compiled.Problems.Select(p => DeckProblemOut.Of(p, texts)).ToList();
        return new(deck.Id, deck.Title, deck.Revision, deck.UpdatedAt, deck.Draft, problems);
    }

    // A little more than may be, so that the reader sees that it is too much.
    private static async Task<Stream> Bounded(Stream body)
    {
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (kept.Length <= Deck.MaxBytes && await body.ReadAsync(buffer) is > 0 and var read)
            kept.Write(buffer, 0, read);
        kept.Position = 0;
        return kept;
    }

    private static async Task<DeckRow?> Mine(Guid id, DeckLibrary library, CurrentPerson current) =>
        await library.FindFor(await current.Get(), id);
}
