using System.Globalization;
using AngleSharp.Dom;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// A chart or a map as plain shapes, read from the SVG that our own writers drew when the deck was published, so that paper
/// shows what the room saw. Inks are the class names of the shapes. What is no known shape is left out.
/// </summary>
internal sealed record Drawing(float Width, float Height, IReadOnlyList<Shape> Shapes)
{
    private const int MostShapes = 20_000;

    /// <summary>Null for a picture without a view box: nothing says how large its units are.</summary>
    public static Drawing? Read(IElement svg)
    {
        var box = Numbers(svg.GetAttribute("viewBox") ?? "");
        if (box is not [_, _, > 0, > 0])
            return null;
        var shapes = svg.QuerySelectorAll("rect, text, line, polyline, polygon, circle, path")
            .Take(MostShapes)
            .Select(element => ShapeOf(element, box[0], box[1]))
            .OfType<Shape>();
        return new(box[2], box[3], [.. shapes]);
    }

    private static Shape? ShapeOf(IElement element, float left, float top)
    {
        float Of(string name) => Numbers(element.GetAttribute(name) ?? "") is [var value, ..] ? value : 0;
        var ink = InkOf(element);
        return element.LocalName switch
        {
            "rect" => new BoxShape(ink, Of("x") - left, Of("y") - top, Of("width"), Of("height"), Of("rx")),
            "circle" => new DotShape(ink, Of("cx") - left, Of("cy") - top, Of("r")),
            "line" => new PathShape(ink, [(Of("x1") - left, Of("y1") - top), (Of("x2") - left, Of("y2") - top)], false),
            "text" => new WordsShape(
                ink,
                Of("x") - left,
                Of("y") - top,
                Of("font-size") is > 0 and var size ? size : 16,
                AnchorOf(element),
                element.TextContent.Trim()
            ),
            "polygon" or "polyline" => new PathShape(
                ink,
                Moved(Numbers(element.GetAttribute("points") ?? ""), left, top),
                element.LocalName == "polygon"
            ),
            "path" => new OutlineShape(ink, element.GetAttribute("d") ?? "", -left, -top),
            _ => null,
        };
    }

    private static string InkOf(IElement element) =>
        element.ClassName ?? element.ParentElement?.Closest("[class]:not(svg):not(figure)")?.ClassName ?? "";

    private static Align AnchorOf(IElement element) =>
        (element.GetAttribute("text-anchor") ?? element.ParentElement?.GetAttribute("text-anchor")) switch
        {
            "middle" => Align.Middle,
            "end" => Align.End,
            _ => Align.Start,
        };

    private static List<(float X, float Y)> Moved(List<float> points, float left, float top) =>
        [.. points.Chunk(2).Where(p => p.Length == 2).Select(p => (p[0] - left, p[1] - top))];

    private static List<float> Numbers(string text)
    {
        List<float> numbers = [];
        foreach (var word in text.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        }

        return numbers;
    }
}

internal abstract record Shape(string Ink);

internal sealed record BoxShape(string Ink, float X, float Y, float Width, float Height, float Round) : Shape(Ink);

internal sealed record DotShape(string Ink, float X, float Y, float Radius) : Shape(Ink);

internal sealed record WordsShape(string Ink, float X, float Y, float Size, Align Anchor, string Text) : Shape(Ink);

internal sealed record PathShape(string Ink, IReadOnlyList<(float X, float Y)> Points, bool IsClosed) : Shape(Ink);

/// <summary>An outline in SVG's own path language, moved so that the drawing begins at 0.</summary>
internal sealed record OutlineShape(string Ink, string Path, float MoveX, float MoveY) : Shape(Ink);
