using MeetingHub.Web.Shared.Security;
using Scalar.AspNetCore;

namespace MeetingHub.Web.Api;

/// <summary>
/// The API's reference as a page to browse and try. It is the one page with somebody else's script: that script comes from this
/// origin alone, may speak to this origin alone, and gets a policy of its own instead of loosening everyone's. Only its styles
/// are let in as they come: it writes them while it runs, in places where no nonce can be given.
/// </summary>
public static class ApiReference
{
    public static void MapApiReference(this WebApplication app) =>
        app.MapScalarApiReference(
            "/api",
            (o, http) =>
            {
                var nonce = http.Nonce();
                http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
                o.WithNonce(nonce).WithTitle("MeetingHub API").WithOpenApiRoutePattern("/openapi/v1.json");
                // All of these would speak to other hosts.
                o.DisableTelemetry().DisableAgent().DisableMcp().DisableDefaultFonts().HideClientButton().HideDeveloperTools();
            }
        );

    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
}
