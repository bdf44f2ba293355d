using System.Globalization;
using System.Xml.Linq;
using MeetingHub.Web.Shared.Imaging;

namespace MeetingHub.Web.Figures;

/// <summary>
/// Writes a figure as it stands on a slide: drawing or table, pictures, and the line that says where it comes from. Written by
/// our own XML writer from plain text; it does not pass the slides' sanitizer, which lets no SVG through.
/// </summary>
public static class FigureHtml
{
    public static string Of(Figure figure)
    {
        var whole = new XElement(
            "figure",
            new XAttribute("class", "data"),
            new XElement("figcaption", figure.Title),
            new XElement(
                "div",
                new XAttribute("class", "data-panels"),
                figure.Sketches.Select((sketch, i) => SketchOf(sketch, figure, i)),
                PicturesOf(figure.Pictures),
                figure.Sketch is null ? TableOf(figure) : null
            ),
            figure.Sketch is null || figure.Table.Rows.Count == 0
                ? null
                : new XElement("div", new XAttribute("class", "visually-hidden"), TableOf(figure)),
            OriginOf(figure.Origin)
        );
        return whole.ToString(SaveOptions.DisableFormatting);
    }

    // The whole is told by the first drawing's description; a second one that said it again would be read twice. Drawings that stand
    // side by side are of one height: the browser would else scale each by itself, and seven would be longer than eight.
    private static XElement SketchOf(Sketch sketch, Figure figure, int place)
    {
        var level = sketch with { Height = figure.Sketches.Max(s => s.Height) };
        var svg = SketchSvg.Of(level, figure.Title, figure.Summary);
        if (place > 0)
            svg.SetAttributeValue("aria-hidden", "true");
        return svg;
    }

    private static XElement? TableOf(Figure figure)
    {
        if (figure.Table.Rows.Count == 0)
            return null;
        var numbers = Enumerable
            .Range(0, figure.Table.Header.Count)
            .Where(c => figure.Table.Rows.All(r => c >= r.Count || IsNumber(r[c])))
            .ToHashSet();
        return new XElement(
            "table",
            new XElement("thead", new XElement("tr", figure.Table.Header.Select(h => Cell("th", h, "col")))),
            new XElement("tbody", figure.Table.Rows.Select(r => RowOf(r, numbers)))
        );
    }

    private static XElement RowOf(IReadOnlyList<string> row, HashSet<int> numbers) =>
        new("tr", Cell("th", row[0], "row"), row.Skip(1).Select((text, i) => CellOf(text, numbers.Contains(i + 1))));

    // Numbers under one another end at one edge; a number among words does not.
    private static XElement CellOf(string text, bool isInNumbers)
    {
        var cell = Cell("td", text, null);
        if (isInNumbers)
            cell.Add(new XAttribute("class", "num"));
        return cell;
    }

    private static bool IsNumber(string text) => text.Length == 0 || char.IsAsciiDigit(text[0]) || text == "–";

    private static XElement Cell(string name, string text, string? scope) =>
        new(name, scope is null ? null : new XAttribute("scope", scope), text);

    private static XElement? PicturesOf(IReadOnlyList<FigurePicture> pictures) =>
        pictures.Count == 0
            ? null
            : new XElement(
                "div",
                new XAttribute("class", "data-pictures"),
                pictures.Select(p => PictureOf(p, pictures.Count))
            );

    // Beside each other on a screen, two in a row on a phone.
    private static XElement PictureOf(FigurePicture picture, int beside) =>
        new(
            "figure",
            new XElement(
                "img",
                new XAttribute("src", AddressOf(picture.Forms[^1])),
                picture.Forms.Count < 2
                    ? null
                    : (XAttribute[])
                        [
                            new(
                                "srcset",
                                string.Join(", ", picture.Forms.Select(f => $"{AddressOf(f)} {Number(f.Width)}w"))
                            ),
                            new("sizes", $"(max-width: 40rem) 45vw, {Number(Math.Min(50, 100 / beside))}vw"),
                        ],
                new XAttribute("alt", picture.Alt),
                new XAttribute("width", Number(picture.Width)),
                new XAttribute("height", Number(picture.Height))
            ),
            new XElement("figcaption", picture.Caption)
        );

    private static string AddressOf(StoredWidth form) => $"/files/{form.File}";

    private static XElement? OriginOf(FigureOrigin origin)
    {
        var parts = new[] { origin.Source, origin.AsOf, origin.Method }.Where(t => t.Length > 0).ToList();
        return parts.Count == 0
            ? null
            : new XElement("p", new XAttribute("class", "data-origin"), string.Join(" · ", parts));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
