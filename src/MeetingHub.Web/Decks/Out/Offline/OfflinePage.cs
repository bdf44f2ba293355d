using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Offline;

/// <summary>
/// A deck as one HTML file in all its languages, to be read without a line: styles, pictures and one small script are
/// inside, and its own policy lets it ask the network for nothing. Without scripts every language stands there, the reader's
/// first. The slides' HTML was sanitized when it was frozen.
/// </summary>
internal sealed class OfflinePage(WebParts parts)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Changes when what is built in changes.</summary>
    public string Revision => HashOf(Style + Script);

    private string Style => parts.Styles("css/hub.css", "css/room.css", "css/offline.css");

    private string Script => parts.Script("js/decks/offline.js");

    public string Of(FrozenDeck frozen, string language, bool hasNotes, Func<string, byte[]?> pictures)
    {
        var deck = frozen.Deck;
        string[] languages = [language, .. deck.Languages.Where(l => l != language)];
        var shelf = new OfflinePictures(pictures);
        var slides = new StringBuilder();
        foreach (var (at, slide) in deck.Slides.Index())
            AppendSlide(slides, slide, at + 1, deck.Slides.Count, languages, hasNotes, shelf);

        var (style, script) = (Style, Script);
        var page = new StringBuilder();
        page.Append(
            Plain,
            $"<!doctype html>\n<html lang=\"{language}\" data-speaks=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
        );
        // Hashes, not origins: a file has none, and whatever else found its way in would not run.
        page.Append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                + $"style-src 'sha256-{HashOf(style)}'; script-src 'sha256-{HashOf(script)}'; base-uri 'none'; form-action 'none'\">\n"
        );
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        );
        page.Append(
            Plain,
            $"<title>{Html(deck.Title.In(language))}</title>\n<style>{style}</style>\n</head>\n<body class=\"offline\">\n"
        );
        AppendHead(page, frozen, languages, hasNotes);
        page.Append("<main>\n").Append(slides).Append("</main>\n").Append(shelf.Symbols());
        page.Append(Plain, $"<script>{script}</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void AppendHead(StringBuilder page, FrozenDeck frozen, string[] languages, bool hasNotes)
    {
        page.Append("<header class=\"offline-head\">\n<div class=\"languages\" role=\"group\" hidden>");
        foreach (var l in languages.Order(Comparer<string>.Create((a, b) => Place(a) - Place(b))))
            page.Append(
                Plain,
                $"<button type=\"button\" data-speak=\"{l}\" lang=\"{l}\">{Html(Language.NameOf(l))}</button>"
            );
        page.Append("</div>\n");
        foreach (var l in languages)
        {
            var texts = Texts.In(l);
            var day = Times.In(l).ShortDay(Times.Local(frozen.PublishedAt, "UTC").Date);
            page.Append(Plain, $"<div data-in=\"{l}\" lang=\"{l}\"><h1>{Html(frozen.Deck.Title.In(l))}</h1>");
            page.Append(
                Plain,
                $"<p class=\"muted\">{Html(frozen.Community.In(l))} · {Html(texts["out.version", frozen.ShortVersion, day])}"
            );
            page.Append(hasNotes ? " · " + Html(texts["out.with_notes"]) : "").Append("</p>");
            page.Append(Plain, $"<details><summary>{Html(texts["out.contents"])}</summary><ol>");
            foreach (var (at, slide) in frozen.Deck.Slides.Index())
                page.Append(Plain, $"<li><a href=\"#s{at + 1}\">{Html(slide.In[l].Title)}</a></li>");
            page.Append("</ol></details></div>\n");
        }

        page.Append("</header>\n");
    }

    private static void AppendSlide(
        StringBuilder page,
        CompiledSlide slide,
        int number,
        int count,
        string[] languages,
        bool hasNotes,
        OfflinePictures shelf
    )
    {
        page.Append(Plain, $"<section id=\"s{number}\" tabindex=\"-1\" aria-label=\"{number} / {count}\">\n");
        page.Append(Plain, $"<p class=\"place\"><a href=\"#s{number}\">{number} / {count}</a></p>\n");
        var isSame = languages.All(l => slide.In[l].Html == slide.In[languages[0]].Html);
        foreach (var l in isSame ? languages[..1] : languages)
        {
            var inLanguage = isSame ? "" : $" data-in=\"{l}\"";
            var text = slide.In[l];
            page.Append(
                Plain,
                $"<div class=\"stage\"{inLanguage}><article class=\"slide layout-{Code.Of(slide.Layout)}\" lang=\"{l}\">"
            );
            page.Append(shelf.Shelved(text.Html));
            if (text.State != TextState.Present)
                page.Append(
                    Plain,
                    $"<p class=\"slide-mark\">{Html(Texts.In(l)[$"live.mark.{Code.Of(text.State)}"])}</p>"
                );
            page.Append("</article></div>\n");
        }

        foreach (var l in hasNotes ? languages.Where(slide.Notes.ContainsKey) : [])
            page.Append(
                Plain,
                $"<aside class=\"said\" data-in=\"{l}\" lang=\"{l}\"><h2>{Html(Texts.In(l)["live.notes"])}</h2>{shelf.Shelved(slide.Notes[l].Html)}</aside>\n"
            );
        page.Append("</section>\n");
    }

    private static int Place(string language) => Language.All.ToList().IndexOf(language);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
