using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Out.Paper;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>
/// Where no browser can measure: lays the blocks out in the slide's own units with the proportions of <c>room.css</c> and the
/// letters of Noto Sans. Both screens have the same shape, hence the same answer. It may be wrong by a line or two.
/// </summary>
internal sealed class FitEstimate(PictureSizes pictures) : IFitCheck
{
    // The chamber's screen keeps 22 % of its height for captions and the code; a unit is the lesser of 2.3 % and 4.1 %.
    private const float StageHeight = 720 * 0.78f;
    private const float Unit = StageHeight * 0.041f;
    private const float Wide = 1280 / Unit - 4;
    private const float High = StageHeight / Unit;
    private const float Doubt = 1.03f;

    public Task<FitReport> Check(CompiledDeck deck, CancellationToken stop = default) => Task.FromResult(Of(deck));

    public FitReport Of(CompiledDeck deck)
    {
        var overflows =
            from slide in deck.Slides.Index()
            from language in deck.Languages
            let share = HeightOf(slide.Item.In[language]) / High
            where share > Doubt
            from screen in HallScreen.All
            select new Overflow(
                slide.Item.Id,
                slide.Index + 1,
                language,
                screen,
                Math.Max(1, (int)Math.Round((share - 1) * 100))
            );
        return new(false, [.. overflows]);
    }

    private float HeightOf(SlideInLanguage slide) =>
        3.2f
        + HeightOf(SlideReading.Of(slide.Html, Style.Body, text => text))
        + (slide.State == Domain.Decks.TextState.Present ? 0 : 1.6f);

    private float HeightOf(IReadOnlyList<Block> blocks)
    {
        if (FigureAlone.In(blocks) is { } figure)
            return HeightOf(figure.Title, Wide)
                + Math.Max(
                    DrawnIn(Wide * 0.65f, High * 0.68f, figure.Sketch),
                    figure.Beside.Sum(text => HeightOf(text, Wide * 0.32f))
                );
        var height = 0f;
        for (var at = 0; at < blocks.Count; at++)
        {
            var panels = blocks.Skip(at).TakeWhile(b => b is SketchBlock).Cast<SketchBlock>().ToList();
            height +=
                panels.Count > 0 ? PanelsOf(panels)
                : blocks[at] is TableBlock table ? HeightOf(table, at > 0 && IsCaption(blocks[at - 1]))
                : HeightOf(blocks[at]);
            at += Math.Max(0, panels.Count - 1);
        }

        return height;
    }

    private float HeightOf(Block block) =>
        block switch
        {
            TextBlock text => HeightOf(text, Wide),
            PictureBlock picture => PictureOf(picture),
            _ => 1,
        };

    private static float HeightOf(TextBlock text, float width) =>
        text switch
        {
            { Style: Style.Title } => LinesOf(text, width, 1.7f) * 1.7f * 1.12f + 0.85f,
            { Style: Style.Heading } => LinesOf(text, width, 1.25f) * 1.25f * 1.12f + 0.62f,
            { Style: Style.Caption } => LinesOf(text, width, 0.75f) * 0.75f * 1.35f + 0.4f,
            { Style: Style.Source } => LinesOf(text, width, 0.6f) * 0.6f * 1.35f + 0.4f,
            { Depth: > 0 } => LinesOf(text, width, 1) * 1.35f + 0.4f,
            _ => LinesOf(text, width, 1) * 1.35f + 0.7f,
        };

    private static int LinesOf(TextBlock block, float width, float size) =>
        Lines.Of(block.Text, width - block.Depth * 1.2f, size, PaperFonts.Width).Count;

    /// <summary>Drawings of one figure stand beside each other as far as they find place.</summary>
    private static float PanelsOf(List<SketchBlock> panels)
    {
        const float gap = 0.8f;
        var beside = Math.Min(panels.Count, (int)(Wide / (13 + gap)));
        var width = Math.Min(30, Wide / beside - gap);
        return panels.Chunk(beside).Sum(row => row.Max(p => DrawnIn(width, High * 0.54f, p)) + gap);
    }

    private static float DrawnIn(float width, float highest, SketchBlock drawing) =>
        Math.Min(width * (float)(drawing.Sketch.Height / drawing.Sketch.Width), highest);

    /// <summary>A figure's table of many facts is written smaller than one of a few.</summary>
    private static float HeightOf(TableBlock table, bool isFigure)
    {
        var isSmall = isFigure && (table.Rows.Count >= 8 || table.Rows.Any(r => r.Fields.Count > 2));
        return table.Head.Concat(table.Rows).Sum(row => RowOf(row, isSmall ? 0.7f : 0.86f)) + 0.7f;
    }

    private static bool IsCaption(Block block) => block is TextBlock { Style: Style.Caption };

    private static float RowOf(TableLine row, float size)
    {
        var field = Wide / row.Fields.Count - 1.2f * size;
        return row.Fields.Max(f => Lines.Of(f.Text, field, size, PaperFonts.Width).Count) * size * 1.35f + 0.7f * size;
    }

    private float PictureOf(PictureBlock picture) =>
        pictures(picture.File) is ({ } width, { } height)
            ? Math.Min(Math.Min(Wide, width / Unit) * height / width, High * 0.6f) + 0.7f
            : 2;
}
