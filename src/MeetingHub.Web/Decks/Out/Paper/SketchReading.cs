using System.Globalization;
using AngleSharp.Dom;
using MeetingHub.Domain;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// Reads the SVG of charts and maps back as shapes: a published version keeps what the room saw, and the registers behind
/// it go on changing. Knows what <see cref="SketchSvg"/> and the bar chart's writer draw; leaves out what is neither.
/// </summary>
internal static class SketchReading
{
    private const int MostShapes = 20_000;

    private static readonly Dictionary<string, Ink> Inks = NamedInks();

    /// <summary>Null for a picture without a view box: nothing says how large its units are.</summary>
    public static Sketch? Of(IElement svg)
    {
        if (Numbers(svg.GetAttribute("viewBox")) is not [_, _, > 0 and var width, > 0 and var height])
            return null;
        return new(width, height, [.. svg.Children.Take(MostShapes).Select(ShapeOf).OfType<Shape>()]);
    }

    private static Shape? ShapeOf(IElement element)
    {
        decimal Of(string name) => Numbers(element.GetAttribute(name)) is [var value, ..] ? value : 0;
        return element.LocalName switch
        {
            "rect" => new Box(Of("x"), Of("y"), Of("width"), Of("height"), InkOf(element, Ink.Main), Of("rx")),
            "circle" => new Dot(Of("cx"), Of("cy"), Of("r"), InkOf(element, Ink.Main)),
            "line" => new Stroke(
                Of("x1"),
                Of("y1"),
                Of("x2"),
                Of("y2"),
                EdgeOf(element) ?? Ink.Line,
                Of("stroke-width") is > 0 and var wide ? wide : 1
            ),
            "text" => new Words(
                Of("x"),
                Of("y"),
                element.TextContent.Trim(),
                Of("font-size") is > 0 and var size ? size : 20,
                InkOf(element, Ink.Words),
                AnchorOf(element),
                element.HasAttribute("font-weight") || element.ClassList.Contains("bar-value")
            ),
            "path" => new Area(RingsOf(element.GetAttribute("d") ?? ""), InkOf(element, Ink.Land), EdgeOf(element)),
            _ => null,
        };
    }

    private static Ink InkOf(IElement element, Ink other) =>
        element.ClassList.Where(Inks.ContainsKey).Select(c => Inks[c]).DefaultIfEmpty(other).First();

    private static Ink? EdgeOf(IElement element) =>
        element
            .ClassList.Where(c => c.StartsWith("edge-", StringComparison.Ordinal))
            .Select(c => Inks.TryGetValue($"ink-{c["edge-".Length..]}", out var ink) ? ink : (Ink?)null)
            .FirstOrDefault();

    private static Anchor AnchorOf(IElement element) =>
        element.GetAttribute("text-anchor") switch
        {
            "middle" => Anchor.Middle,
            "end" => Anchor.End,
            _ => Anchor.Start,
        };

    private static List<IReadOnlyList<Spot>> RingsOf(string path) =>
        [
            .. path.Split('M', StringSplitOptions.RemoveEmptyEntries)
                .Select(ring =>
                    (IReadOnlyList<Spot>)[.. ring.TrimEnd('Z', ' ').Split('L').Select(SpotOf).OfType<Spot>()]
                ),
        ];

    private static Spot? SpotOf(string text) => Numbers(text) is [var x, var y] ? new Spot(x, y) : null;

    private static List<decimal> Numbers(string? text)
    {
        List<decimal> numbers = [];
        foreach (var word in (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        }

        return numbers;
    }

    private static Dictionary<string, Ink> NamedInks()
    {
        var inks = Enum.GetValues<Ink>().ToDictionary(ink => $"ink-{Code.Of(ink).Replace('_', '-')}");
        inks["bar"] = Ink.Main;
        inks["bar-track"] = Ink.Track;
        inks["bar-label"] = inks["bar-value"] = Ink.Words;
        return inks;
    }
}
