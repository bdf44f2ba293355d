namespace MeetingHub.Web.Figures;

/// <summary>One part of a bar.</summary>
public sealed record BarPart(decimal Value, Ink Ink);

/// <summary>A bar with its label above it and its value beside it; parts stand one after the other.</summary>
public sealed record BarLine(string Label, string Shown, IReadOnlyList<BarPart> Parts)
{
    public BarLine(string label, string shown, decimal value, Ink ink = Ink.Main)
        : this(label, shown, [new(value, ink)]) { }
}

/// <summary>
/// Draws horizontal bars. A label stands above its bar, so that it stays legible on a phone and from the back of a hall; the
/// drawing is 480 units wide and its letters are 20 high.
/// </summary>
public static class BarsSketch
{
    /// <summary>More cannot be read on one slide; what is left over belongs into one line of "others".</summary>
    public const int MostLines = 8;

    public const int Width = 480;
    private const int BarsWidth = 320;
    private const int LabelHeight = 26;
    private const int BarHeight = 22;
    private const int RowGap = 14;
    private const int LabelChars = 42;
    private const int ValueChars = 13;
    private const decimal LeastVisible = 2;

    /// <summary>More lines than these are drawn as two columns, so that the letters stay large on a wide slide.</summary>
    private const int MostInColumn = 4;

    /// <summary>One drawing, or two that stand side by side.</summary>
    /// <param name="max">The value of a full bar.</param>
    /// <param name="legend">What the inks stand for, where one bar has several.</param>
    public static IReadOnlyList<Sketch> Columns(
        IReadOnlyList<BarLine> lines,
        decimal max,
        IReadOnlyList<(string Text, Ink Ink)>? legend = null
    )
    {
        var first = lines.Count <= MostInColumn ? lines.Count : (lines.Count + 1) / 2;
        return first == lines.Count
            ? [Of(lines, max, legend)]
            : [Of([.. lines.Take(first)], max, null), Of([.. lines.Skip(first)], max, legend)];
    }

    private static Sketch Of(IReadOnlyList<BarLine> lines, decimal max, IReadOnlyList<(string Text, Ink Ink)>? legend)
    {
        List<Shape> shapes = [];
        var y = 0m;
        foreach (var line in lines)
        {
            foreach (var text in TextLines.Of(line.Label, LabelChars, 2))
            {
                shapes.Add(new Words(0, y + 20, text));
                y += LabelHeight;
            }

            AddBar(shapes, line, max, y);
            y += BarHeight + RowGap;
        }

        // Below the last, so that the first bars of two columns stand on one line, and a phone has it at the end.
        return new(Width, legend is null ? y - RowGap : Legend.Draw(shapes, legend, Width, y), shapes);
    }

    private static void AddBar(List<Shape> shapes, BarLine line, decimal max, decimal y)
    {
        shapes.Add(new Box(0, y, BarsWidth, BarHeight, Ink.Track, 3));
        var x = 0m;
        foreach (var part in line.Parts.Where(p => p.Value > 0))
        {
            var width = max <= 0 ? 0 : Math.Min(BarsWidth - x, Math.Max(LeastVisible, part.Value / max * BarsWidth));
            shapes.Add(
                new Box(Math.Round(x, 1), y, Math.Round(width, 1), BarHeight, part.Ink, line.Parts.Count == 1 ? 3 : 0)
            );
            x += width;
        }

        var shown = TextLines.Of(line.Shown, ValueChars, 1)[0];
        shapes.Add(new Words(BarsWidth + 10, y + 18, shown, IsBold: true));
    }
}
