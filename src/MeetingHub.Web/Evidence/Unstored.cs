namespace MeetingHub.Web.Evidence;

/// <summary>
/// What registers answer lies in no cache: a borrowed telephone or a proxy on the way would keep a restricted row after its
/// reader has signed out.
/// </summary>
public static class Unstored
{
    private static readonly string[] Places = ["/evidence", "/api/v1/registers", "/api/v1/releases", "/api/v1/views"];

    public static void UseUnstoredEvidence(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (Array.Exists(Places, p => http.Request.Path.StartsWithSegments(p)))
                    http.Response.Headers.CacheControl = "no-store";
                return next(http);
            }
        );
}
