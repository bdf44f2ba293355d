using System.Globalization;
using System.Xml.Linq;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Draws a chart as a small SVG of elements and text, escaped by the XML writer; colours and type come from the style sheet.
/// A label stands above its bar, so that it stays legible on a phone. The same figures follow as a table for screen
/// readers, in full where a label had to be shortened.
/// </summary>
internal static class BarChartSvg
{
    private const int Width = 480;
    private const int BarsWidth = 310;
    private const int LineHeight = 26;
    private const int BarHeight = 22;
    private const int RowGap = 16;
    private const int LabelChars = 40;
    private const int ValueChars = 13;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(BarChart chart)
    {
        List<XElement> shapes = [];
        var y = 0;
        foreach (var bar in chart.Bars)
            y = AddBar(shapes, bar, chart.Max, y);

        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {y - RowGap}"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", string.Join(" – ", chart.Header.Take(2))),
            new XElement(Svg + "desc", string.Join("; ", chart.Bars.Select(Spoken))),
            shapes
        );
        var figure = new XElement(
            "figure",
            new XAttribute("class", "bars"),
            new XElement("figcaption", $"{chart.Header[0]} – {string.Join(" · ", chart.Header.Skip(1))}"),
            picture,
            new XElement("div", new XAttribute("class", "visually-hidden"), TableOf(chart))
        );
        return figure.ToString(SaveOptions.DisableFormatting);
    }

    private static int AddBar(List<XElement> shapes, Bar bar, decimal max, int y)
    {
        foreach (var line in TextLines.Of(bar.Label, LabelChars, 2))
        {
            shapes.Add(Text("bar-label", 0, y + 20, line));
            y += LineHeight;
        }

        var width = Math.Max(1, Math.Round(bar.Value / max * BarsWidth, 1));
        shapes.Add(Rectangle("bar-track", BarsWidth, y));
        shapes.Add(Rectangle("bar", width, y));
        shapes.Add(Text("bar-value", BarsWidth + 12, y + 18, TextLines.Of(ValueOf(bar), ValueChars, 1)[0]));
        return y + BarHeight + RowGap;
    }

    private static XElement Rectangle(string name, decimal width, int y) =>
        new(
            Svg + "rect",
            new XAttribute("class", name),
            new XAttribute("y", y),
            new XAttribute("width", width.ToString("0.#", CultureInfo.InvariantCulture)),
            new XAttribute("height", BarHeight),
            new XAttribute("rx", 3)
        );

    private static XElement Text(string name, int x, int y, string text) =>
        new(
            Svg + "text",
            new XAttribute("class", name),
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("font-size", 20),
            text
        );

    private static string ValueOf(Bar bar) => bar.Aside.Length == 0 ? bar.Shown : $"{bar.Shown} · {bar.Aside}";

    private static string Spoken(Bar bar) => $"{bar.Label}: {ValueOf(bar)}";

    private static XElement TableOf(BarChart chart) =>
        new(
            "table",
            new XElement(
                "thead",
                new XElement("tr", chart.Header.Select(h => new XElement("th", new XAttribute("scope", "col"), h)))
            ),
            new XElement("tbody", chart.Bars.Select(bar => RowOf(bar, chart.Header.Count)))
        );

    private static XElement RowOf(Bar bar, int columns) =>
        new(
            "tr",
            new XElement("th", new XAttribute("scope", "row"), bar.Label),
            new XElement("td", bar.Shown),
            columns > 2 ? new XElement("td", bar.Aside) : null
        );
}
