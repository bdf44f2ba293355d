using System.Globalization;
using System.Text;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Out;

/// <summary>Names of downloads in the reader's language, which every file system takes.</summary>
internal static class OutNames
{
    private const int Longest = 80;
    private const string Forbidden = "\\/:*?\"<>|";

    public static string Of(FrozenDeck frozen, string language, string what, string ending) =>
        Of(frozen.Deck.Title.In(language), what, ending);

    /// <summary>«Ізюм – що зруйновано (uk, fr).pdf»: the title, what it is, and the ending.</summary>
    public static string Of(string title, string what, string ending)
    {
        var plain = new StringBuilder();
        foreach (var letter in PlainCharacters.Of(title))
            plain.Append(
                letter == ':' ? " –"
                : char.IsControl(letter) || Forbidden.Contains(letter) ? " "
                : $"{letter}"
            );
        var words = string.Join(' ', plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var whole = new StringInfo(words);
        var named = whole.LengthInTextElements <= Longest ? words : whole.SubstringByTextElements(0, Longest).Trim();
        return $"{named.Trim('.', ' ')} ({what}){ending}".TrimStart();
    }
}
