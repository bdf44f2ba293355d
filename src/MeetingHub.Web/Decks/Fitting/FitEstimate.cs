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
        + SlideReading.Of(slide.Html, Style.Body, text => text).Sum(HeightOf)
        + (slide.State == Domain.Decks.TextState.Present ? 0 : 1.6f);

    private float HeightOf(Block block) =>
        block switch
        {
            TextBlock { Style: Style.Title } text => LinesOf(text, 1.7f) * 1.7f * 1.12f + 0.85f,
            TextBlock { Style: Style.Heading } text => LinesOf(text, 1.25f) * 1.25f * 1.12f + 0.62f,
            TextBlock { Style: Style.Source or Style.Caption } text => LinesOf(text, 0.65f) * 0.65f * 1.35f + 0.4f,
            TextBlock { Depth: > 0 } text => LinesOf(text, 1) * 1.35f + 0.4f,
            TextBlock text => LinesOf(text, 1) * 1.35f + 0.7f,
            TableBlock table => table.Head.Concat(table.Rows).Sum(RowOf) + 0.7f,
            PictureBlock picture => PictureOf(picture),
            SketchBlock { Sketch: var s } => Math.Min(Math.Min(Wide, 34) * (float)(s.Height / s.Width), High * 0.58f)
                + 0.7f,
            _ => 1,
        };

    private static int LinesOf(TextBlock block, float size) =>
        Lines.Of(block.Text, Wide - block.Depth * 1.2f, size, PaperFonts.Width).Count;

    private static float RowOf(TableLine row)
    {
        const float size = 0.86f;
        var field = Wide / row.Fields.Count - 1.2f * size;
        return row.Fields.Max(f => Lines.Of(f.Text, field, size, PaperFonts.Width).Count) * size * 1.35f + 0.7f * size;
    }

    private float PictureOf(PictureBlock picture) =>
        pictures(picture.File) is ({ } width, { } height)
            ? Math.Min(Math.Min(Wide, width / Unit) * height / width, High * 0.6f) + 0.7f
            : 2;
}
