using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Decks.Templates;

/// <summary>
/// What a template tells its author to write, where it still stands on a slide: it is a list's entry ("Date: the first strike"), and
/// read out before a council it would be embarrassing.
/// </summary>
public static class Leftovers
{
    private static readonly Lazy<HashSet<string>> Told = new(() =>
        [.. DeckTemplates.Names.SelectMany(Slides).SelectMany(Entries)]
    );

    /// <summary>The slides that still say what their template told, in the deck's order.</summary>
    public static IReadOnlyList<Slide> In(Deck deck) =>
        [.. deck.Slides.Where(s => Entries(s).Any(Told.Value.Contains))];

    private static IEnumerable<Slide> Slides(string template)
    {
        var nobody = LocalText.Of(Language.All.Select(l => KeyValuePair.Create(l, template)));
        return DeckText.Read(DeckTemplates.Fill(template, nobody, Language.All, nobody, nobody)).Deck?.Slides ?? [];
    }

    private static IEnumerable<string> Entries(Slide slide) =>
        slide
            .Parts.Where(p => p.Kind == PartKind.Body)
            .SelectMany(p => p.Markdown.Split('\n'))
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("- ", StringComparison.Ordinal) || l.StartsWith("+ ", StringComparison.Ordinal));
}
