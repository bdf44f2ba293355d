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
internal sealed class SlideWriter(IReadOnlyList<string> languages, PictureShelf pictures, IDataBlocks data)
{
    private readonly SlideSanitizer sanitizer = new(pictures);

    public List<DeckProblem> Problems { get; } = [];

    public SlidePage Write(SlidePart part, string language, int steps)
    {
        if (SlideMarkdown.Parse(part.Markdown) is not { } document)
        {
            Problems.Add(new(DeckProblem.TooDeep, part.Line));
            return new("", null, steps, 0);
        }

        if (part.Kind == PartKind.Shared)
            ReaderLanguage.Choose(document, languages, language);
        new SlideChecks(part, pictures, Problems).Check(document);
        steps = part.Kind == PartKind.Notes ? steps : SlideTree.NumberFragments(document, steps);
        SlideTree.Prepare(document);

        var title = document.Descendants<HeadingBlock>().Select(PlainText.Of).FirstOrDefault(t => t.Length > 0);
        var words = part.Kind == PartKind.Notes ? PlainText.WordsIn(document) : 0;
        return new(HtmlOf(document, part, language), title, steps, words);
    }

    private string HtmlOf(MarkdownDocument document, SlidePart part, string language)
    {
        var html = new System.Text.StringBuilder();
        foreach (var block in document)
        {
            if (block is FencedCodeBlock { Info: "data" } fence)
                html.Append(Data(fence, part, language));
            else if (block is not CustomContainer container)
                html.Append(Clean(block));
            else if (container.Info == "bars")
                html.Append(Chart(container, part, language));
            else
                html.Append("<div class=\"source\">").AppendJoin("", container.Select(Clean)).Append("</div>");
        }

        return html.ToString();
    }

    private string Clean(Block block)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        SlideMarkdown.Pipeline.Setup(renderer);
        renderer.Write(block);
        return sanitizer.Clean(text.ToString());
    }

    private string Data(FencedCodeBlock fence, SlidePart part, string language)
    {
        var line = part.Line + fence.Line;
        var reading = DataBlock.Read(fence.Arguments ?? "", fence.Lines.ToString(), line) is { } block
            ? data.Draw(block, language)
            : new(null, new(DeckProblem.DataBlock, line));
        if (reading.Problem is { } problem)
            Problems.Add(problem);
        return reading.Figure is { } figure ? FigureHtml.Of(figure) : "";
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
