using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks;

/// <summary>A slide on which all the words stand, in text or notes of any language, and the line with the first of them.</summary>
public sealed record FoundSlide(DeckRow Deck, string SlideId, int Number, string Line);

/// <summary>Looks through a community's drafts as they stand.</summary>
public static class SlideSearch
{
    public const int Longest = 100;
    private const int Most = 50;
    private const int LongestLine = 160;

    public static IReadOnlyList<FoundSlide> In(IEnumerable<DeckRow> decks, string asked)
    {
        var words = asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? []
            :
            [
                .. decks
                    .SelectMany(deck =>
                        (DeckText.Read(deck.Draft).Deck?.Slides ?? [])
                            .Index()
                            .Where(s => Array.TrueForAll(words, word => s.Item.Parts.Any(p => Has(p.Markdown, word))))
                            .Select(s => new FoundSlide(deck, s.Item.Id, s.Index + 1, LineOf(s.Item, words[0])))
                    )
                    .Take(Most),
            ];
    }

    private static string LineOf(Slide slide, string word)
    {
        var line = slide
            .Parts.SelectMany(p => p.Markdown.Split('\n'))
            .First(l => Has(l, word))
            .Trim(' ', '#', '+', '-', '*');
        return line.Length <= LongestLine ? line : line[..LongestLine] + "…";
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
