namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>A page's marks, in points from its upper left corner.</summary>
internal sealed record PaperPage(List<Mark> Marks);

/// <summary>A4 portrait, in points.</summary>
internal static class Sheet
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Side = 50;
    public const float Top = 52;
    public const float Bottom = 60;
    public const float Inner = Width - 2 * Side;
    public const float Depth = Height - Top - Bottom;
}

/// <summary>Lays columns of strips on pages, one below or beside the other.</summary>
internal sealed class Pages
{
    private int page = -1;
    private float y;

    public List<PaperPage> All { get; } = [];

    public int Current => page;

    public float Left => Sheet.Depth - y;

    public void NewPage()
    {
        page++;
        y = 0;
        if (page == All.Count)
            All.Add(new([]));
    }

    public void Add(IReadOnlyList<Strip> column) => Add([(0, column)]);

    /// <summary>Columns begin on one height; what comes after them begins below the longest.</summary>
    public void Add(IReadOnlyList<(float X, IReadOnlyList<Strip> Strips)> columns)
    {
        var (fromPage, fromY) = (page, y);
        var (toPage, toY) = (page, y);
        foreach (var (x, strips) in columns)
        {
            (page, y) = (fromPage, fromY);
            Fill(x, strips);
            if (page > toPage || (page == toPage && y > toY))
                (toPage, toY) = (page, y);
        }

        (page, y) = (toPage, toY);
    }

    private void Fill(float x, IReadOnlyList<Strip> strips)
    {
        for (var at = 0; at < strips.Count; at++)
        {
            var kept = HeightKept(strips, at);
            var isFirst = at == 0 || !strips[at - 1].KeepsWithNext;
            // What is taller than a page is divided wherever the page ends.
            var needed = isFirst && kept <= Sheet.Depth ? kept : strips[at].Height;
            if (strips[at] is { IsGap: true, KeepsWithNext: false } gap && gap.Height > Left)
                continue;
            if (y > 0 && needed > Left)
            {
                NewPage();
                if (strips[at].Head is { } head && !strips[at].IsGap)
                    foreach (var strip in head)
                        Put(x, strip);
            }

            if (y > 0 || !strips[at].IsGap)
                Put(x, strips[at]);
        }
    }

    private void Put(float x, Strip strip)
    {
        All[page].Marks.AddRange(strip.Marks.Select(m => m.Moved(Sheet.Side + x, Sheet.Top + y)));
        y += strip.Height;
    }

    private static float HeightKept(IReadOnlyList<Strip> strips, int from)
    {
        var height = 0f;
        for (var at = from; at < strips.Count; at++)
        {
            height += strips[at].Height;
            if (!strips[at].KeepsWithNext || height > Sheet.Depth)
                break;
        }

        return height;
    }
}
