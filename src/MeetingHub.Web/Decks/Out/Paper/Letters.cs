using System.Globalization;
using System.Text;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Gives back text that the fonts can print, and remembers what they could not.</summary>
internal sealed class Letters(Func<Rune, bool> has)
{
    private const char Unknown = '\uFFFD';
    private readonly SortedSet<Rune> missing = [];

    public IReadOnlyCollection<Rune> Missing => missing;

    public string Printable(string text)
    {
        var printed = new StringBuilder(text.Length);
        foreach (var letter in Composed(text).EnumerateRunes())
        {
            if (letter.Value is '\n' || has(letter))
                Append(printed, letter);
            else if (!IsUnseen(letter))
                printed.Append(InOtherWords(letter));
        }

        return printed.ToString();
    }

    private string InOtherWords(Rune letter)
    {
        if (letter.Value == '\t')
            return "    ";
        // Ligatures, full-width forms and the like, by their plain letters.
        var plain = letter.ToString().Normalize(NormalizationForm.FormKC);
        if (plain.EnumerateRunes().All(has))
            return plain;
        missing.Add(letter);
        return $"{Unknown}";
    }

    private static void Append(StringBuilder printed, Rune letter)
    {
        if (!IsUnseen(letter))
            printed.Append(letter.ToString());
    }

    /// <summary>Joiners, directions and soft hyphens: print would show them, or lose what follows.</summary>
    private static bool IsUnseen(Rune letter) =>
        letter.Value is '\u00AD' or (>= 0xFE00 and <= 0xFE0F)
        || (letter.Value != '\n' && Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format)
        || (letter.Value is not ('\n' or '\t') && Rune.IsControl(letter));

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair; enumerating runes puts the sign for it.
            return text;
        }
    }
}
