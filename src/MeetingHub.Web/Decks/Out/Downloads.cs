using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out;

/// <summary>Answers with a file, under a name that its reader can read, kept by no cache that others share.</summary>
internal static class Downloads
{
    public static async Task<IResult> HandOut(
        FrozenDeck frozen,
        string? language,
        string? with,
        bool hasNotes,
        DeckOutputs outputs,
        HttpContext http
    )
    {
        var first = LanguageOf(frozen, language, http);
        var second = with != first && frozen.Deck.Languages.Contains(with) ? with : null;
        var order = new HandOutOrder(first, second, hasNotes);
        var name = OutNames.Of(frozen, first, string.Join(", ", order.Languages), ".pdf");
        return File(http, await outputs.HandOut(frozen, order), "application/pdf", name);
    }

    public static async Task<IResult> Offline(
        FrozenDeck frozen,
        string? language,
        bool hasNotes,
        DeckOutputs outputs,
        HttpContext http
    )
    {
        var first = LanguageOf(frozen, language, http);
        var name = OutNames.Of(frozen, first, string.Join(", ", frozen.Deck.Languages), ".html");
        return File(http, await outputs.OfflineFile(frozen, first, hasNotes), "text/html; charset=utf-8", name);
    }

    /// <summary>Always as an attachment: what came from outside is in it, and must not open as a page of ours.</summary>
    public static IResult File(HttpContext http, byte[] bytes, string type, string name)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(bytes, type, name);
    }

    private static string LanguageOf(FrozenDeck frozen, string? asked, HttpContext http)
    {
        var languages = frozen.Deck.Languages;
        var reader = http.RequestServices.GetRequiredService<Texts>().Language;
        return languages.Contains(asked) ? asked!
            : languages.Contains(reader) ? reader
            : languages[0];
    }
}
