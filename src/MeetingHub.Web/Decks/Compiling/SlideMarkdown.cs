using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// The Markdown that a slide may use: CommonMark without raw HTML, pipe tables, and containers. Not generic attributes:
/// <c>{onclick=…}</c> would be written into the page as it stands.
/// </summary>
internal static class SlideMarkdown
{
    /// <summary>A table in a list in a quotation is 8 deep; nobody presents 32.</summary>
    public const int MaxDepth = 32;

    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>The same, and every inline knows where in the text it stands: for whoever edits it.</summary>
    public static MarkdownPipeline Precise { get; } = Build(isPrecise: true);

    /// <summary>
    /// The tree, or null when it is nested too deeply. Markdig says so of blocks with an exception, and of inlines only
    /// when it renders them; whatever walks the tree afterwards may recurse.
    /// </summary>
    public static MarkdownDocument? Parse(string markdown, bool isPrecise = false)
    {
        try
        {
            var document = Markdown.Parse(markdown, isPrecise ? Precise : Pipeline);
            return IsTooDeep(document) ? null : document;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsTooDeep(MarkdownDocument document)
    {
        Stack<(MarkdownObject Node, int Depth)> open = new([(document, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxDepth)
                return true;
            foreach (var child in ChildrenOf(next.Node))
                open.Push((child, next.Depth + 1));
        }

        return false;
    }

    private static IEnumerable<MarkdownObject> ChildrenOf(MarkdownObject node) =>
        node switch
        {
            ContainerBlock block => block,
            ContainerInline inline => inline,
            LeafBlock { Inline: { } inline } => [inline],
            _ => [],
        };

    private static MarkdownPipeline Build(bool isPrecise = false)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth, PreciseSourceLocation = isPrecise };
        builder.DisableHtml().UsePipeTables();
        // The block parser alone: the extension would also read "::text::" within a line.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }
}
