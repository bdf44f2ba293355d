namespace MeetingHub.Web.Figures;

/// <summary>Says in words what the inks of a drawing stand for.</summary>
public static class Legend
{
    private const int Size = 18;
    private const int LineHeight = 28;
    private const int Mark = 16;

    // Wide enough for the widest letters of the scripts that we write; a legend that breaks early is better than one cut off.
    private const decimal LetterWidth = 10.5m;

    /// <summary>Adds the legend below <paramref name="from"/> and gives where it ends.</summary>
    public static decimal Draw(
        List<Shape> shapes,
        IReadOnlyList<(string Text, Ink Ink)> entries,
        decimal width,
        decimal from = 0
    )
    {
        var (x, y) = (0m, from);
        foreach (var (text, ink) in entries)
        {
            var needed = Mark + 8 + (text.Length * LetterWidth);
            if (x > 0 && x + needed > width)
                (x, y) = (0, y + LineHeight);
            shapes.Add(new Box(x, y + 2, Mark, Mark, ink, 3));
            shapes.Add(new Words(x + Mark + 8, y + 16, text, Size));
            x += needed + 18;
        }

        return y + LineHeight + 8;
    }
}
