using System.Globalization;
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
                filter.SanitizedUrl = pictures.At(filter.OriginalUrl)?.Address;
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
            else if (
                processed.Node is IElement { LocalName: "img" } image
                && pictures.At(image.GetAttribute("src")) is { Width: > 0 } picture
            )
                Size(image, picture);
        };
    }

    /// <summary>Character references are decoded by now, so unwanted characters are taken out once more.</summary>
    public string Clean(string html) => PlainCharacters.Of(sanitizer.Sanitize(html)).Trim();

    /// <summary>
    /// The size keeps the slide from jumping when the picture comes. A slide gives a picture at most its own width and three
    /// fifths of its height; a phone takes four fifths of what its fine screen could show, because its line pays for it.
    /// </summary>
    private static void Size(IElement image, ShelvedPicture picture)
    {
        var plain = CultureInfo.InvariantCulture;
        image.SetAttribute("width", picture.Width.ToString(plain));
        image.SetAttribute("height", picture.Height.ToString(plain));
        image.SetAttribute("loading", "lazy");
        image.SetAttribute("decoding", "async");
        if (picture.Narrower.Count == 0)
            return;
        var widths = picture.Narrower.Append(new(picture.Width, picture.Address));
        image.SetAttribute(
            "srcset",
            string.Join(", ", widths.Select(w => string.Create(plain, $"{w.Address} {w.Width}w")))
        );
        var high = Math.Ceiling(50.0 * picture.Width / picture.Height);
        image.SetAttribute(
            "sizes",
            string.Create(plain, $"(max-width: 40rem) 80vw, min(100vw, {high}vh, {picture.Width}px)")
        );
    }

    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out _);

    private static HashSet<string> Set(string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
