using MeetingHub.Web.Data;
using Microsoft.Net.Http.Headers;

namespace MeetingHub.Web.Decks;

/// <summary>Serves content-addressed files: kept by the browser for ever, compressed as they lie on disk.</summary>
public static class DeckFiles
{
    public static IResult Get(string name, HttpContext http, FileStore files)
    {
        if (files.Find(name) is not { } path)
            return Results.NotFound();

        // What is taken back must not live on in a cache between us and them.
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        // An uploaded picture is data, whatever a browser might see in it.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (path.EndsWith(".webp", StringComparison.Ordinal))
            return Results.File(path, "image/webp");
        // For the room's own drawing of pages, in parts on a weak line; opened as a page of its own it would be a stranger's document.
        if (path.EndsWith(".pdf", StringComparison.Ordinal))
            return Results.File(path, "application/pdf", name, enableRangeProcessing: true);

        http.Response.Headers.Vary = "Accept-Encoding";
        var accepted = http
            .Request.GetTypedHeaders()
            .AcceptEncoding.Where(e => e.Quality is null or > 0)
            .Select(e => e.Value);
        foreach (var (encoding, suffix) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            if (accepted.Any(a => a == encoding) && File.Exists(path + suffix))
            {
                http.Response.Headers.ContentEncoding = encoding;
                return Results.File(path + suffix, "application/json");
            }
        }

        return Results.File(path, "application/json");
    }
}
