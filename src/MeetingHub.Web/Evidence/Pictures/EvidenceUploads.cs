using Microsoft.AspNetCore.Http.Features;

namespace MeetingHub.Web.Evidence.Pictures;

/// <summary>The page of a row takes a photograph, and programs many rows at once; all else keeps the server's small limit.</summary>
public static class EvidenceUploads
{
    public const int LargestPicture = 20 * 1024 * 1024;

    public static void UseEvidenceUploads(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var isRow =
                    http.Request.Path.StartsWithSegments("/evidence")
                    && http.Request.Path.Value!.EndsWith("/row", StringComparison.Ordinal);
                var isProgram = http.Request.Path.StartsWithSegments("/api/v1/registers");
                if (
                    (isRow || isProgram)
                    && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
                )
                    limit.MaxRequestBodySize = LargestPicture + (1024 * 1024);
                return next(http);
            }
        );
}
