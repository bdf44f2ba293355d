using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Syntax;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>One part of a slide for one reader. Steps are counted on from the parts before it.</summary>
internal sealed record SlidePage(string Html, string? Title, int Steps, int Words);

/// <summary>
/// Writes a part of a slide as HTML. What comes out of Markdown goes through the sanitizer; charts are drawn by our own
/// writer from plain text and stand beside it, because an allow-list that knew SVG would let everyone's SVG through.
/// </summary>
/// <param name="isLate">Whether the time for the whole deck is over: no further figure is begun.</param>
internal sealed class SlideWriter(
    IReadOnlyList<string> languages,
    PictureShelf pictures,
    IDataBlocks data,
    Func<bool> isLate
)
{
    /// <summary>On one slide: nobody reads more, and each may be a map over all registers.</summary>
    private const int MostFigures = 8;

    private readonly SlideSanitizer sanitizer = new(pictures);

    private readonly SortedDictionary<int, (DataBlock Block, Dictionary<string, Figure> In)> figures = [];

    private readonly List<UnspokenPicture> unspoken = [];

    public List<DeckProblem> Problems { get; } = [];

    public SlidePage Write(SlidePart part, string language, int steps)
    {
        if (SlideMarkdown.Parse(part.Markdown) is not { } document)
        {
            Problems.Add(new(DeckProblem.TooDeep, part.Line));
            return new("", null, steps, 0);
        }

        unspoken.AddRange(PictureWords.Missing(document, part, pictures, languages, language));
        if (part.Kind == PartKind.Shared)
            ReaderLanguage.Choose(document, languages, language);
        PictureWords.Fill(document, part, pictures, language);
        new SlideChecks(part, pictures, Problems).Check(document);
        steps = part.Kind == PartKind.Notes ? steps : SlideTree.NumberFragments(document, steps);
        SlideTree.Prepare(document);

        var title = document.Descendants<HeadingBlock>().Select(PlainText.Of).FirstOrDefault(t => t.Length > 0);
        var words = part.Kind == PartKind.Notes ? PlainText.WordsIn(document) : 0;
        return new(HtmlOf(document, part, language), title, steps, words);
    }

    /// <summary>What was drawn from registers since this was last asked, each block once, whichever languages it stands in.</summary>
    public IReadOnlyList<DrawnFigure> TakeFigures()
    {
        DrawnFigure[] taken = [.. figures.Values.Select(f => new DrawnFigure(f.Block, f.In))];
        figures.Clear();
        return taken;
    }

    /// <summary>The pictures without words since this was last asked.</summary>
    public IReadOnlyList<UnspokenPicture> TakeUnspoken()
    {
        UnspokenPicture[] taken = [.. unspoken.Distinct()];
        unspoken.Clear();
        return taken;
    }

    private string HtmlOf(MarkdownDocument document, SlidePart part, string language)
    {
        var html = new System.Text.StringBuilder();
        List<Block> run = [];
        foreach (var block in document)
        {
            if (block is not CustomContainer and not FencedCodeBlock { Info: "data" or PageBlock.Info })
            {
                run.Add(block);
                continue;
            }

            html.Append(Clean(run));
            run.Clear();
            html.Append(
                block switch
                {
                    FencedCodeBlock { Info: PageBlock.Info } page => PageBlock.Html(page, part, pictures, Problems),
                    FencedCodeBlock fence => Data(fence, part, language),
                    CustomContainer { Info: "bars" } bars => Chart(bars, part, language),
                    _ => $"<div class=\"source\">{Clean([.. (CustomContainer)block])}</div>",
                }
            );
        }

        return html.Append(Clean(run)).ToString();
    }

    // One pass for what stands together: the sanitizer parses HTML anew at each call.
    private string Clean(List<Block> blocks) =>
        blocks.Count == 0 ? "" : sanitizer.Clean(string.Concat(blocks.Select(Render)));

    private static string Render(Block block)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        SlideMarkdown.Pipeline.Setup(renderer);
        renderer.Write(block);
        return text.ToString().TrimEnd('\n');
    }

    private string Data(FencedCodeBlock fence, SlidePart part, string language)
    {
        var line = part.Line + fence.Line;
        if (DataBlock.Read(fence.Arguments ?? "", fence.Lines.ToString(), line) is not { } block)
        {
            Problems.Add(new(DeckProblem.DataBlock, line));
            return "";
        }

        if (figures.Count >= MostFigures && !figures.ContainsKey(line))
        {
            Problems.Add(new(DeckProblem.DataMany, line, $"{MostFigures}"));
            return "";
        }

        if (isLate())
            return "";
        var reading = data.Draw(block, language);
        if (reading.Problem is { } problem)
            Problems.Add(problem);
        if (reading.Figure is not { } figure)
            return "";
        figures.TryAdd(line, (block, []));
        figures[line].In[language] = figure;
        return FigureHtml.Of(figure);
    }

    private string Chart(CustomContainer container, SlidePart part, string language)
    {
        var line = part.Line + container.Line;
        var (chart, problem) = BarChart.Read(container, line, language);
        if (problem is not null)
            Problems.Add(problem);
        return chart is null ? "" : FigureHtml.Of(BarChartFigure.Of(chart));
    }
}
