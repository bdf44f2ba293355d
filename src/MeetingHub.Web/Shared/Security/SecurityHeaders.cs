using System.Security.Cryptography;

namespace MeetingHub.Web.Shared.Security;

/// <summary>
/// Nothing runs here that we did not write. The only inline script is the import map that names our own modules with their
/// fingerprints; it carries this request's nonce.
/// </summary>
public static class SecurityHeaders
{
    private const string NonceItem = "csp-nonce";

    public static string Nonce(this HttpContext http) => (string)http.Items[NonceItem]!;

    public static void AllowInlineStyles(this HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = headers
            .ContentSecurityPolicy.ToString()
            .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
    }

    /// <summary>For a page that shows pictures of one other host, such as a map's tiles; the host is the installation's word.</summary>
    public static void AllowPicturesFrom(this HttpContext http, string host)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = headers
            .ContentSecurityPolicy.ToString()
            .Replace("img-src 'self' data:", $"img-src 'self' data: {host}", StringComparison.Ordinal);
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                http.Items[NonceItem] = nonce;
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; "
                    + "frame-ancestors 'none'";
                headers.XContentTypeOptions = "nosniff";
                // Personal links stand in addresses: no other site may learn them from a Referer.
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return next(http);
            }
        );
}
