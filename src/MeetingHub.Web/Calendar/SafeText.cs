using System.Globalization;
using System.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Makes text that people typed safe to stand in a calendar line or a mail header. The threat: both formats end a
/// property with a line break, so a name that carries one could add an attendee, a recipient or a link of its own;
/// and a name with bidirectional overrides can read as somebody else's.
/// </summary>
public static class SafeText
{
    /// <summary>One line: line breaks and other control characters become one space, the ends are trimmed.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBreakOrControl(rune))
                line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }

    /// <summary>A person's name: one line, without characters that reorder what stands around them.</summary>
    public static string Name(string name)
    {
        var line = Line(name);
        var kept = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsBidiControl(rune))
                kept.Append(rune.ToString());
        }

        return kept.ToString().Trim();
    }

    /// <summary>Several lines, each ended by LF alone; tabs stay, other control characters go.</summary>
    public static string Lines(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029)
                lines.Append('\n');
            else if (rune.Value == '\t' || !IsBreakOrControl(rune))
                lines.Append(rune.ToString());
        }

        return lines.ToString();
    }

    private static bool IsBreakOrControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Unicode's Bidi_Control property: ALM, LRM, RLM, embeddings and overrides, isolates.
    private static bool IsBidiControl(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
