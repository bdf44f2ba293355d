using System.Globalization;
using System.Xml.Linq;
using MeetingHub.Domain;

namespace MeetingHub.Web.Figures;

/// <summary>
/// Writes a sketch as SVG: elements and text alone, escaped by the XML writer; colours come from the style sheet by class
/// (<c>ink-main</c>), so that no style stands in the markup.
/// </summary>
public static class SketchSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Of(Sketch sketch, string title, string summary) =>
        new(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(sketch.Width)} {Number(sketch.Height)}"),
            new XAttribute("preserveAspectRatio", "xMinYMin"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", title),
            new XElement(Svg + "desc", summary),
            sketch.Shapes.Select(Of)
        );

    private static XElement Of(Shape shape) =>
        shape switch
        {
            Box box => Element(
                "rect",
                box.Ink,
                ("x", box.X),
                ("y", box.Y),
                ("width", box.Width),
                ("height", box.Height),
                ("rx", box.Radius)
            ),
            Dot dot => Element("circle", dot.Ink, ("cx", dot.X), ("cy", dot.Y), ("r", dot.Radius)),
            Stroke stroke => OfStroke(stroke),
            Words words => OfWords(words),
            Area area => OfArea(area),
            _ => throw new NotSupportedException(shape.GetType().Name),
        };

    private static XElement OfStroke(Stroke stroke)
    {
        var line = Element("line", null, ("x1", stroke.X1), ("y1", stroke.Y1), ("x2", stroke.X2), ("y2", stroke.Y2));
        line.Add(new XAttribute("class", $"edge-{Name(stroke.Ink)}"));
        if (stroke.Width != 1)
            line.Add(new XAttribute("stroke-width", Number(stroke.Width)));
        return line;
    }

    private static XElement OfWords(Words words)
    {
        var text = Element("text", words.Ink, ("x", words.X), ("y", words.Y));
        text.Add(new XAttribute("font-size", Number(words.Size)));
        if (words.Anchor != Anchor.Start)
            text.Add(new XAttribute("text-anchor", Code.Of(words.Anchor)));
        if (words.IsBold)
            text.Add(new XAttribute("font-weight", "700"));
        text.Add(words.Text);
        return text;
    }

    private static XElement OfArea(Area area)
    {
        var path = string.Concat(area.Rings.Select(RingOf));
        var edge = area.Edge is { } ink ? $" edge-{Name(ink)}" : "";
        return new(
            Svg + "path",
            new XAttribute("class", $"ink-{Name(area.Fill)}{edge}"),
            new XAttribute("fill-rule", "evenodd"),
            new XAttribute("d", path)
        );
    }

    private static string RingOf(IReadOnlyList<Spot> ring) =>
        "M" + string.Join('L', ring.Select(s => $"{Number(s.X)} {Number(s.Y)}")) + "Z";

    private static XElement Element(string name, Ink? ink, params (string Name, decimal Value)[] numbers) =>
        new(
            Svg + name,
            ink is { } role ? new XAttribute("class", $"ink-{Name(role)}") : null,
            numbers.Where(n => n.Value != 0).Select(n => new XAttribute(n.Name, Number(n.Value)))
        );

    private static string Name(Ink ink) => Code.Of(ink).Replace('_', '-');

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
