using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Shared;

/// <summary>What is wrong in a deck, for a program: a stable code, the line (0: none in particular), and the text to show.</summary>
public sealed record DeckProblemOut(string Code, int Line, string Text)
{
    public static DeckProblemOut Of(DeckProblem p, Texts texts) =>
        new(p.Code["deck.problem.".Length..], p.Line, texts[p.Code, [.. p.Args]]);
}

/// <summary>Refusals as problem details (RFC 9457): a stable <c>code</c>, and a title in the caller's language.</summary>
public static class Problems
{
    public const string NotSignedIn = "not_signed_in";
    public const string KeyReused = "idempotency_key_reused";
    public const string KeyInvalid = "idempotency_key_invalid";
    public const string TooLarge = "too_large";
    public const string BadRequest = "bad_request";

    public static bool IsProgram(HttpContext http) => http.Request.Path.StartsWithSegments("/api/v1");

    /// <param name="current">What stands now, for a caller whose view of it is too old.</param>
    public static ProblemHttpResult Problem(this Texts texts, Refusal refusal, object? current = null) =>
        Problem(
            texts.Text(refusal),
            refusal.Status(),
            Code.Of(refusal),
            more: refusal == Refusal.ChangedMeanwhile && current is not null ? ("current", current) : null
        );

    public static ProblemHttpResult Problem(
        string title,
        int status,
        string code,
        string? detail = null,
        (string Name, object Value)? more = null
    )
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (more is { } member)
            extensions[member.Name] = member.Value;
        return TypedResults.Problem(title: title, statusCode: status, detail: detail, extensions: extensions);
    }

    public static ProblemHttpResult Problem(this Texts texts, IReadOnlyList<DeckProblem> problems)
    {
        var isTooLarge = problems.Any(p => p.Code is DeckProblem.FileTooLarge or DeckProblem.TooLong);
        return Problem(
            texts["decks.problems"],
            isTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity,
            isTooLarge ? TooLarge : "deck_invalid",
            more: ("problems", problems.Select(p => DeckProblemOut.Of(p, texts)).ToList())
        );
    }

    /// <summary>A request that the framework could not read; of broken JSON, where it broke.</summary>
    public static ProblemHttpResult Problem(this Texts texts, BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status400BadRequest
            ? Problem(
                texts["fault.bad_request"],
                bad.StatusCode,
                BadRequest,
                bad.InnerException is JsonException { Path: { } path } ? texts["api.bad_json", path] : null
            )
            : texts.Problem(bad.StatusCode);

    /// <summary>What the framework refuses with a bare status.</summary>
    public static ProblemHttpResult Problem(this Texts texts, int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Problem(texts["api.not_signed_in"], status, NotSignedIn),
            StatusCodes.Status403Forbidden => texts.Problem(Refusal.NotAllowed),
            StatusCodes.Status404NotFound => texts.Problem(Refusal.NotFound),
            StatusCodes.Status405MethodNotAllowed => Problem(texts["api.method"], status, "method_not_allowed"),
            StatusCodes.Status413PayloadTooLarge => Problem(texts["api.too_large"], status, TooLarge),
            StatusCodes.Status415UnsupportedMediaType => Problem(texts["api.media_type"], status, "media_type"),
            StatusCodes.Status429TooManyRequests => texts.Problem(Refusal.RateLimited),
            _ => Problem(texts["fault.bad_request"], status, BadRequest),
        };
}
