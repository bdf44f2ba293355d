using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>
/// Turns a service's answer back into Markdown. The answer is a stranger's text: every sign that Markdown would read is escaped,
/// and the marks are those of the source, each exactly once, or the answer is not taken.
/// </summary>
internal static class PhraseReading
{
    /// <summary>Null when the marks did not come back as they went.</summary>
    public static string? FromHtml(Phrase phrase, string html)
    {
        var marks = phrase.Numbered();
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        HashSet<int> seen = [];
        var markdown = Write(body, marks, seen, phrase.IsInTable);
        return markdown is not null && seen.Count == marks.Count ? AtLineStart(markdown.Trim()) : null;
    }

    /// <summary>The same marks around runs of words that were translated one by one.</summary>
    public static string FromRuns(Phrase phrase, Queue<string> runs)
    {
        return AtLineStart(Each(phrase.Pieces).Trim());

        string Each(IReadOnlyList<Piece> pieces) =>
            string.Concat(
                pieces.Select(piece =>
                    piece switch
                    {
                        WordsPiece words => Phrase.HasWords(words.Text)
                            ? Spaced(words.Text, Escaped(runs.Dequeue(), phrase.IsInTable))
                            : Escaped(words.Text, phrase.IsInTable, isTrimmed: false),
                        MarkPiece mark => mark.Open + Each(mark.Inner) + mark.Close,
                        _ => ((FixedPiece)piece).Raw,
                    }
                )
            );
    }

    private static string? Write(INode parent, IReadOnlyList<Piece> marks, HashSet<int> seen, bool isInTable)
    {
        var markdown = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                markdown.Append(Escaped(text.Data, isInTable, isTrimmed: false));
            else if (node is IElement element)
            {
                if (Element(element, marks, seen, isInTable) is not { } inner)
                    return null;
                markdown.Append(inner);
            }
        }

        return markdown.ToString();
    }

    private static string? Element(IElement element, IReadOnlyList<Piece> marks, HashSet<int> seen, bool isInTable)
    {
        if (
            !int.TryParse(element.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > marks.Count
            || !seen.Add(number)
        )
            return null;
        if (marks[number - 1] is FixedPiece fixedPiece)
            return fixedPiece.Raw;
        var mark = (MarkPiece)marks[number - 1];
        if (element.LocalName != mark.Element || Write(element, marks, seen, isInTable) is not { } inner)
            return null;
        // Markdown knows no mark with a space inside its edge: "** bold**" is text.
        var core = inner.Trim();
        if (core.Length == 0)
            return null;
        var lead = inner[..(inner.Length - inner.TrimStart().Length)];
        var trail = inner[inner.TrimEnd().Length..];
        return lead + mark.Open + core + mark.Close + trail;
    }

    private static string Escaped(string text, bool isInTable, bool isTrimmed = true)
    {
        var plain = PlainCharacters.Of(text).Replace('\n', ' ').Replace('\t', ' ');
        var escaped = new StringBuilder();
        foreach (var c in isTrimmed ? plain.Trim() : plain)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '&' || (c == '|' && isInTable))
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>What would begin a list, a heading, a container or a fence at the beginning of a line.</summary>
    private static string AtLineStart(string markdown)
    {
        var digits = markdown.TakeWhile(char.IsAsciiDigit).Count();
        return markdown is ['#' or '>' or '+' or '-' or ':' or '~' or '=', ..] ? "\\" + markdown
            : digits > 0 && digits < markdown.Length && markdown[digits] is ('.' or ')')
                ? markdown[..digits] + "\\" + markdown[digits..]
            : markdown;
    }

    private static string Spaced(string source, string translated) =>
        source[..(source.Length - source.TrimStart().Length)] + translated + source[source.TrimEnd().Length..];
}
