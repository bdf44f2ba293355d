using MeetingHub.Web.Shared.Security;
using Scalar.AspNetCore;

namespace MeetingHub.Web.Api;

/// <summary>
/// The API's reference as a page to browse and try. It is the one page with somebody else's script, served from here with this
/// request's nonce. It styles itself inline: allowed there alone, where nothing that a user wrote is shown.
/// </summary>
public static class ApiReference
{
    public static void MapApiReference(this WebApplication app) =>
        app.MapScalarApiReference(
            "/api",
            (o, http) =>
            {
                http.AllowInlineStyles();
                o.WithNonce(http.Nonce()).WithTitle("MeetingHub API").WithOpenApiRoutePattern("/openapi/v1.json");
                // All of these would speak to other hosts, or lead there.
                o.DisableTelemetry().DisableAgent().DisableMcp().DisableDefaultFonts();
                o.HideClientButton().HideDeveloperTools();
            }
        );
}
