using System.Text;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// Takes out characters that nobody sees and that change what everybody sees: control characters, and the directional
/// overrides with which a wording can be made to read differently from what was agreed (CVE-2021-42574).
/// </summary>
public static class PlainCharacters
{
    public static string Of(string text)
    {
        var normal = text.ReplaceLineEndings("\n");
        var kept = new StringBuilder(normal.Length);
        foreach (var rune in normal.EnumerateRunes())
        {
            if (rune.Value is 0x2028 or 0x2029)
                kept.Append(' ');
            else if (!IsUnwanted(rune))
                kept.Append(rune);
        }

        return kept.ToString();
    }

    private static bool IsUnwanted(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' => false,
            0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
            0xFFFE or 0xFFFF => true,
            _ => Rune.IsControl(rune),
        };
}
