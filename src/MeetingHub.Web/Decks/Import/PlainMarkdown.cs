using System.Text;

namespace MeetingHub.Web.Decks.Import;

/// <summary>Text from a stranger's file as Markdown that says just that: no headings, lists, containers or links of its own.</summary>
internal static class PlainMarkdown
{
    private const string Anywhere = "\\`*_[]<>#|!~&$";
    private const string AtStart = "+-=:>";

    public static string Escape(string line)
    {
        var text = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (
                Anywhere.Contains(c, StringComparison.Ordinal)
                || (text.Length == 0 && AtStart.Contains(c, StringComparison.Ordinal))
            )
                text.Append('\\');
            text.Append(c);
        }

        // "1." at the start would be a list of one.
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 10 && line[digits] is '.' or ')')
            text.Insert(digits, '\\');
        return text.ToString();
    }
}
