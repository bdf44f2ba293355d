using System.Globalization;
using System.Xml.Linq;
using Markdig.Syntax;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// A page of a document that came with the deck: <c>file: plan.pdf</c> and <c>number: 3</c> in a fenced block "page". It is an empty
/// canvas of the page's own shape, which the browser draws on; what the page says stands in the slide's text.
/// </summary>
internal static class PageBlock
{
    public const string Info = "page";

    // A canvas has no size before it is drawn but this one: only the shape matters.
    private const int Wide = 1600;

    public static bool StandsIn(SlidePart part) =>
        part.Kind == PartKind.Shared && part.Markdown.Split('\n').Any(line => line.TrimEnd() is "```page" or "~~~page");

    public static string Html(FencedCodeBlock fence, SlidePart part, PictureShelf shelf, List<DeckProblem> problems)
    {
        var line = part.Line + fence.Line;
        var options = Read(fence.Lines.ToString());
        var isPage = options is { Count: 2 } && options.ContainsKey("file") && options.ContainsKey("number");
        if (!isPage || part.Kind != PartKind.Shared)
            return Refused(DeckProblem.PageBlock);
        if (shelf.Document(options!["file"]) is not { } document)
            return Refused(DeckProblem.PageFile, Shortened(options["file"]));
        var isNumber = int.TryParse(options["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number < 1 || number > document.Pages.Count)
            return Refused(DeckProblem.PageNumber, Shortened(options["number"]), $"{document.Pages.Count}");
        return Canvas(document.Address, number, document.Pages[number - 1]);

        string Refused(string code, params string[] args)
        {
            problems.Add(new(code, line, args));
            return "";
        }
    }

    private static string Canvas(string address, int number, PageSize size) =>
        new XElement(
            "div",
            new XAttribute("class", size.Width >= size.Height ? "pdf-page" : "pdf-page is-upright"),
            new XElement(
                "canvas",
                new XAttribute("width", Wide),
                new XAttribute("height", Math.Max(1, Wide * size.Height / size.Width)),
                new XAttribute("data-pdf", address),
                new XAttribute("data-page", number),
                new XAttribute("aria-hidden", "true"),
                ""
            )
        ).ToString(SaveOptions.DisableFormatting);

    private static Dictionary<string, string>? Read(string text)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !options.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()))
                return null;
        }

        return options;
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
