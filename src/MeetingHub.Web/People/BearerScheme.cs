using System.Security.Claims;
using System.Text.Encodings.Web;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MeetingHub.Web.People;

/// <summary>
/// Signs in by <c>Authorization: Bearer mh_…</c>; for the hub's WebSocket, which cannot carry headers in a browser, also by
/// <c>access_token</c> in the address, there alone.
/// </summary>
public sealed class BearerScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PersonalTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    public static string? TokenOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        if (header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true)
            return header["Bearer ".Length..].Trim();
        return request.Path.Value?.EndsWith("/live", StringComparison.Ordinal) == true
            ? (string?)request.Query["access_token"]
            : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token || !token.StartsWith(PersonalTokens.Prefix, StringComparison.Ordinal))
            return AuthenticateResult.NoResult();
        if (await tokens.OwnerOf(token, Context.RequestAborted) is not { } person)
            return AuthenticateResult.Fail("token_invalid");

        var identity = new ClaimsIdentity([new Claim(Claims.PersonId, person.Id.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>A program without a good token is told so as a problem, not sent to a page.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        var texts = Context.RequestServices.GetRequiredService<Texts>();
        return texts.Problem(StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }
}
