using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Keeps, of every line of shared text that holds one alternative per language, the reader's: in table cells, paragraphs,
/// alt texts, link texts and emphasis alike. A line that does not divide evenly is for everybody and stays whole.
/// </summary>
internal static class ReaderLanguage
{
    public static void Choose(MarkdownDocument document, IReadOnlyList<string> languages, string language)
    {
        if (languages.Count < 2)
            return;
        var index = languages.ToList().IndexOf(language);
        foreach (var leaf in document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null).ToList())
            ChooseIn(leaf.Inline!, index, languages.Count);
    }

    // Recursion is bounded by the depth that parsing allows.
    private static void ChooseIn(ContainerInline container, int index, int count)
    {
        foreach (var child in container.OfType<ContainerInline>().ToList())
            ChooseIn(child, index, count);
        foreach (var line in LinesOf(container))
            ChooseInLine(line, index, count);
    }

    private static List<List<Inline>> LinesOf(ContainerInline container)
    {
        List<List<Inline>> lines =
        [
            [],
        ];
        foreach (var inline in container)
        {
            if (inline is LineBreakInline)
                lines.Add([]);
            else
                lines[^1].Add(inline);
        }

        return lines;
    }

    private static void ChooseInLine(List<Inline> line, int index, int count)
    {
        if (line.OfType<LiteralInline>().Sum(SeparatorsIn) != count - 1)
            return;

        var at = 0;
        foreach (var inline in line)
        {
            if (inline is LiteralInline literal)
                at = KeepPiece(literal, at, index);
            else if (at != index)
                inline.Remove();
        }
    }

    private static int KeepPiece(LiteralInline literal, int at, int index)
    {
        var pieces = literal.ToString().Split(Alternatives.Separator);
        var kept = index - at;
        literal.Content = new(kept >= 0 && kept < pieces.Length ? pieces[kept] : "");
        return at + pieces.Length - 1;
    }

    private static int SeparatorsIn(LiteralInline literal) =>
        literal.ToString().Split(Alternatives.Separator).Length - 1;
}
