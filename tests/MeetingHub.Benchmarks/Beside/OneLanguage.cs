using System.Text;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Benchmarks.Beside;

/// <summary>
/// A deck's slides as other tools take them: one language, slides apart by <c>---</c>, containers and figures from registers left
/// out, because they know neither. They have less to do than we.
/// </summary>
internal static class OneLanguage
{
    public const string Break = "\n\n---\n\n";

    public static string Of(Deck deck, string language) =>
        string.Join(Break, deck.Slides.Select(slide => Slide(deck, slide, language)));

    private static string Slide(Deck deck, Slide slide, string language)
    {
        var parts = slide.Parts.Where(p =>
            p.Kind == PartKind.Shared || (p.Kind == PartKind.Body && p.Language == language)
        );
        return string.Join("\n\n", parts.Select(p => Part(deck, p, language).Trim()));
    }

    private static string Part(Deck deck, SlidePart part, string language)
    {
        var at = deck.Languages.ToList().IndexOf(language);
        var text = new StringBuilder();
        var isData = false;
        foreach (var line in part.Markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isData = !isData;
            else if (!isData && !line.StartsWith(":::", StringComparison.Ordinal))
                text.Append(part.Kind == PartKind.Shared ? Chosen(line, deck.Languages.Count, at) : line).Append('\n');
        }

        return text.ToString();
    }

    private static string Chosen(string line, int count, int at) =>
        line.StartsWith('|')
            ? string.Join('|', line.Split('|').Select(cell => Alternatives.Of(cell, count)[at]))
            : Alternatives.Of(line, count)[at];
}
