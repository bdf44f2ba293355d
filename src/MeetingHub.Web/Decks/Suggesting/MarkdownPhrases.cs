using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Web.Decks.Compiling;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>
/// The phrases of a slide's text with their places in it. Everything between them (list signs, headings, tables, containers, code,
/// addresses) is never sent to anybody and stays as it is.
/// </summary>
internal static class MarkdownPhrases
{
    public static IReadOnlyList<Phrase>? Of(string markdown)
    {
        if (SlideMarkdown.Parse(markdown, isPrecise: true) is not { } document)
            return null;
        List<Phrase> phrases = [];
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is { } inline)
                phrases.AddRange(Lines(inline, Within<CustomContainer>(leaf), Within<TableCell>(leaf), markdown));
        }

        return [.. phrases.Where(p => p.Runs().Any())];
    }

    /// <summary>The text with these phrases instead, in their order.</summary>
    public static string Put(string markdown, IReadOnlyList<Phrase> phrases, IReadOnlyList<string> instead)
    {
        foreach (var (phrase, text) in phrases.Zip(instead).OrderByDescending(p => p.First.Start))
        {
            // The space around a table's cell belongs to the table.
            var was = markdown.Substring(phrase.Start, phrase.Length);
            var lead = was[..(was.Length - was.TrimStart().Length)];
            var trail = was[was.TrimEnd().Length..];
            markdown = markdown[..phrase.Start] + lead + text + trail + markdown[(phrase.Start + phrase.Length)..];
        }

        return markdown;
    }

    // A soft break is a space, but in a source each line stands by itself.
    private static IEnumerable<Phrase> Lines(ContainerInline inline, bool isContained, bool isInTable, string markdown)
    {
        List<Inline> line = [];
        foreach (var child in inline)
        {
            if (child is LineBreakInline lineBreak && (lineBreak.IsHard || isContained))
            {
                if (PhraseOf(line, isInTable, markdown) is { } phrase)
                    yield return phrase;
                line.Clear();
            }
            else
                line.Add(child);
        }

        if (PhraseOf(line, isInTable, markdown) is { } last)
            yield return last;
    }

    private static Phrase? PhraseOf(List<Inline> line, bool isInTable, string markdown)
    {
        if (line.Count == 0 || line[0].Span.IsEmpty || line[^1].Span.IsEmpty)
            return null;
        var start = line[0].Span.Start;
        return new(start, line[^1].Span.End + 1 - start, [.. line.Select(i => PieceOf(i, markdown))], isInTable);
    }

    private static Piece PieceOf(Inline inline, string markdown) =>
        inline switch
        {
            LiteralInline words => new WordsPiece(words.Content.ToString()),
            HtmlEntityInline entity => new WordsPiece(entity.Transcoded.ToString()),
            LineBreakInline => new WordsPiece(" "),
            ContainerInline { FirstChild: { } first, LastChild: { } last } mark => new MarkPiece(
                mark switch
                {
                    EmphasisInline { DelimiterCount: 2 } => "b",
                    EmphasisInline => "i",
                    _ => "a",
                },
                markdown[mark.Span.Start..first.Span.Start],
                markdown[(last.Span.End + 1)..(mark.Span.End + 1)],
                [.. mark.Select(i => PieceOf(i, markdown))]
            ),
            _ => new FixedPiece(markdown[inline.Span.Start..(inline.Span.End + 1)]),
        };

    private static bool Within<T>(Block block)
        where T : Block
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is T)
                return true;
        }

        return false;
    }
}
