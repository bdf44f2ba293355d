using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>What a block says, without its markup: for lists of slides, chart labels and counting words.</summary>
internal static class PlainText
{
    public static string Of(LeafBlock block) => block.Inline is { } inlines ? Of(inlines) : block.Lines.ToString();

    public static string Of(ContainerBlock block) => string.Join(' ', block.Descendants<LeafBlock>().Select(Of)).Trim();

    public static int WordsIn(ContainerBlock block) => Of(block).Split((char[]?)null).Count(HasLetterOrDigit);

    public static string Of(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines.Descendants())
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content),
                CodeInline code => text.Append(code.Content),
                HtmlEntityInline entity => text.Append(entity.Transcoded),
                LineBreakInline => text.Append(' '),
                _ => text,
            };
        }

        return PlainCharacters.Of(text.ToString()).Replace('\n', ' ').Trim();
    }

    private static bool HasLetterOrDigit(string word) => word.Any(char.IsLetterOrDigit);
}
