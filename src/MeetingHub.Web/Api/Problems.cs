using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>Refusals as problem details (RFC 9457): a stable <c>code</c>, and a title in the caller's language.</summary>
public static class Problems
{
    public const string NotSignedIn = "not_signed_in";
    public const string NotFoundCode = "not_found";
    public const string KeyReused = "idempotency_key_reused";

    public static ProblemHttpResult Problem(this Texts texts, Refusal refusal) =>
        Problem(texts.Text(refusal), refusal.Status(), Code.Of(refusal));

    public static ProblemHttpResult Problem(string title, int status, string code) =>
        TypedResults.Problem(
            title: title,
            statusCode: status,
            extensions: new Dictionary<string, object?> { ["code"] = code }
        );

    public static ProblemHttpResult Problem(this Texts texts, IEnumerable<DeckProblem> problems) =>
        TypedResults.Problem(
            title: texts["decks.problems"],
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>
            {
                ["code"] = "deck_invalid",
                ["problems"] = problems
                    .Select(p => new
                    {
                        p.Code,
                        p.Line,
                        Text = texts[p.Code, [.. p.Args]],
                    })
                    .ToList(),
            }
        );
}
