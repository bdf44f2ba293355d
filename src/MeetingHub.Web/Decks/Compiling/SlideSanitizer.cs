using AngleSharp.Dom;
using Ganss.Xss;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// The second wall behind Markdown without HTML: an allow-list of what slides need. No style, no handlers, no forms, no
/// SVG; links to the web and mailboxes alone, pictures from the deck's own shelf alone.
/// </summary>
internal sealed class SlideSanitizer
{
    private static readonly string[] Tags =
    [
        .. (string[])["p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"],
        .. (string[])["strong", "em", "a", "img", "table", "thead", "tbody", "tr", "th", "td"],
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "class", "scope", "start", "data-step"];

    private readonly HtmlSanitizer sanitizer;

    public SlideSanitizer(PictureShelf pictures)
    {
        sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = Set(Tags),
                AllowedAttributes = Set(Attributes),
                AllowedSchemes = Set(["http", "https", "mailto"]),
                UriAttributes = Set(["href", "src"]),
                AllowedCssProperties = Set([]),
                AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            }
        );
        sanitizer.AllowedClasses.UnionWith(["num", "mid"]);
        sanitizer.FilterUrl += (_, filter) =>
        {
            if (filter.Tag is { } tag && tag.LocalName == "img")
                filter.SanitizedUrl = pictures.Serves(filter.OriginalUrl) ? filter.OriginalUrl : null;
            else if (filter.Tag is { LocalName: "a" } && !IsAbsolute(filter.OriginalUrl))
                filter.SanitizedUrl = null;
        };
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is IElement { LocalName: "a" } link)
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
                link.SetAttribute("target", "_blank");
            }
        };
    }

    /// <summary>Character references are decoded by now, so unwanted characters are taken out once more.</summary>
    public string Clean(string html) => PlainCharacters.Of(sanitizer.Sanitize(html)).Trim();

    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out _);

    private static HashSet<string> Set(string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
