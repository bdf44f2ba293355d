using System.Text;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Decks.Templates;

/// <summary>
/// Decks to start from. Their slides stand in the order that works before a council; figures come from the community's
/// registers, and the notes say what to say, in every language.
/// </summary>
public static class DeckTemplates
{
    public static IReadOnlyList<string> Names { get; } = ["introduce", "damage-and-recovery", "progress-report"];

    public static bool IsKnown(string? name) => name is not null && Names.Contains(name);

    /// <summary>The template with its places filled in; the first language is the one that others translate.</summary>
    public static string Fill(
        string name,
        LocalText title,
        IReadOnlyList<string> languages,
        LocalText community,
        LocalText partner
    )
    {
        var text = new StringBuilder();
        var language = languages[0];
        foreach (var line in Lines(name))
        {
            language = LanguageOf(line) ?? language;
            text.Append(line)
                .Replace("{{title}}", string.Join(" / ", languages.Select(l => Plain(title, l))))
                .Replace("{{languages}}", string.Join(", ", languages))
                .Replace("{{community}}", Plain(community, language))
                .Replace("{{partner}}", Plain(partner, language))
                .Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var source = typeof(DeckTemplates).Assembly.GetManifestResourceStream($"template.{name}.md")!;
        using var reader = new StreamReader(source);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string? LanguageOf(string line) =>
        line.StartsWith("::: ", StringComparison.Ordinal) && Language.IsKnown(line[^2..]) ? line[^2..] : null;

    // A slash would be read as the next language's text, a line break as the next line of the deck.
    private static string Plain(LocalText text, string language) =>
        text.In(language).ReplaceLineEndings(" ").Replace('/', '-').Trim();
}
