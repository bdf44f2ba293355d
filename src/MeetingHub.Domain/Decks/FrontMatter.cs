using System.Globalization;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// The lines between two <c>---</c> at the top of a deck. Keys other than title, languages and minutes are ignored, and so are
/// minutes that are no number from 1 to 480.
/// </summary>
internal sealed record FrontMatter(LocalText Title, IReadOnlyList<string> Languages, int? Minutes, int Lines)
{
    private const string Rule = "---";

    public static FrontMatter? Read(string[] lines, List<DeckProblem> problems)
    {
        var end = lines[0].TrimEnd() == Rule ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Rule) : -1;
        if (end < 0)
        {
            problems.Add(new(DeckProblem.NoFrontMatter, 1));
            return null;
        }

        var titleLine = LineOf(lines, end, "title:");
        var languagesLine = LineOf(lines, end, "languages:");
        var title = ValueOf(lines, titleLine).Trim('"');
        string[] languages = [.. ValueOf(lines, languagesLine).Split(',').Select(code => code.Trim())];

        if (string.IsNullOrWhiteSpace(title))
            problems.Add(new(DeckProblem.NoTitle, Math.Max(titleLine, 0) + 1));
        if (languages.Length > 3 || !languages.All(Language.IsKnown) || languages.Distinct().Count() < languages.Length)
        {
            problems.Add(new(DeckProblem.Languages, Math.Max(languagesLine, 0) + 1));
            return null;
        }

        var titles = Alternatives.Of(title, languages.Length);
        return new(LocalText.Of(languages.Zip(titles, KeyValuePair.Create)), languages, MinutesOf(lines, end), end + 1);
    }

    private static int? MinutesOf(string[] lines, int end) =>
        int.TryParse(
            ValueOf(lines, LineOf(lines, end, "minutes:")),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var minutes
        ) && minutes is >= 1 and <= 480
            ? minutes
            : null;

    private static int LineOf(string[] lines, int end, string key) =>
        Array.FindIndex(lines, 1, end - 1, line => line.StartsWith(key, StringComparison.Ordinal));

    private static string ValueOf(string[] lines, int line) =>
        line < 0 ? "" : lines[line][(lines[line].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
}
