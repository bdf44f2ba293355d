using System.Globalization;
using System.Text;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// One form for all spellings of a header or a word: lower case, no apostrophes, per cent as a word, other signs as one space, Latin letters without
/// accents (<c>Année de référence</c>, <c>annee_de_reference</c>). Cyrillic letters keep their marks: й is no и.
/// </summary>
public static class Spelling
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (IsApostrophe(c))
                continue;
            if (char.IsLetterOrDigit(c))
                key.Append(Bare(c));
            else if (c is '²')
                key.Append('2');
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
            // A share is not an amount.
            if (c is '%')
                key.Append("% ");
        }

        return key.ToString().TrimEnd();
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';

    private static char Bare(char c)
    {
        const char lastLatin = '\u024F';
        if (c is <= '\u007F' or > lastLatin)
            return c;
        var parts = c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
        return parts[0];
    }
}
