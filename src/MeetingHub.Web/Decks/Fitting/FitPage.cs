using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>
/// A page that measures a deck: every slide in every language, in frames of the sizes of halls' screens, with the chamber's own
/// markup and the room's own style sheets. Slides stand in frames where no script runs; the answer is an attribute with a
/// secret name, so that no text of a slide can pass for it.
/// </summary>
internal sealed class FitPage(WebParts parts, PictureSizes pictures)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public string Of(CompiledDeck deck, string secret)
    {
        var chamber = WebUtility.HtmlEncode(Chamber(deck));
        var page = new StringBuilder("<!doctype html><meta charset=\"utf-8\">");
        page.Append(
            Plain,
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-{secret}'\">"
        );
        foreach (var screen in HallScreen.All)
            page.Append(
                Plain,
                $"<iframe sandbox=\"allow-same-origin\" width=\"{screen.Width}\" height=\"{screen.Height}\" frameborder=\"0\" srcdoc=\"{chamber}\"></iframe>"
            );
        page.Append(
            Plain,
            $"<script nonce=\"{secret}\">const secret = \"{secret}\";\n{parts.Script("js/decks/fit.js")}</script>"
        );
        return page.ToString();
    }

    private string Chamber(CompiledDeck deck)
    {
        var style = parts.Styles("css/hub.css", "css/room.css");
        var html = new StringBuilder(
            $"<!doctype html><html><head><meta charset=\"utf-8\"><style>{style}</style></head><body>"
        );
        html.Append("<div class=\"room chamber\"><main>");
        foreach (var slide in deck.Slides)
        foreach (var language in deck.Languages)
        {
            var text = slide.In[language];
            html.Append(
                Plain,
                $"<div class=\"stage\"><article class=\"slide layout-{Code.Of(slide.Layout)}\" lang=\"{language}\">"
            );
            html.Append(Sized(text.Html));
            if (text.State != TextState.Present)
                html.Append(
                    Plain,
                    $"<p class=\"slide-mark\">{WebUtility.HtmlEncode(Texts.In(language)[$"live.mark.{Code.Of(text.State)}"])}</p>"
                );
            html.Append("</article></div>");
        }

        return html.Append("</main><div class=\"chamber-foot\"></div></div></body></html>").ToString();
    }

    /// <summary>An empty picture of the same size takes the same place.</summary>
    private string Sized(string html)
    {
        if (!html.Contains("<img", StringComparison.Ordinal))
            return html;
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var image in body.QuerySelectorAll("img"))
        {
            var (width, height) = pictures(image.GetAttribute("src") ?? "") ?? (16, 9);
            image.RemoveAttribute("srcset");
            image.SetAttribute(
                "src",
                $"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'/>"
            );
        }

        return body.InnerHtml;
    }
}
