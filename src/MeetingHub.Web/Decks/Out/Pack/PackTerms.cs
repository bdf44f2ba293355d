using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>The agreed terms that a deck uses, in any of its languages: what an interpreter learns for this hour and no more.</summary>
internal static class PackTerms
{
    /// <summary>How many letters of a word's end are declined away: «пошкодження», «пошкоджень».</summary>
    private const int Ending = 2;

    public static IReadOnlyList<AgreedTerm> UsedIn(CompiledDeck deck, IReadOnlyList<AgreedTerm> terms)
    {
        var said = deck.Languages.ToDictionary(
            l => l,
            l =>
                string.Join(
                    '\n',
                    deck.Slides.SelectMany(s =>
                        new[] { s.In[l].Html, s.Notes.TryGetValue(l, out var notes) ? notes.Html : "" }.Select(
                            SlideWords.TextOf
                        )
                    )
                )
        );
        return [.. terms.Where(t => deck.Languages.Any(l => t.Term.Exactly(l) is { } word && IsIn(said[l], word)))];
    }

    public static Appendix Sheet(IReadOnlyList<AgreedTerm> terms, IReadOnlyList<string> languages, Texts texts) =>
        new(texts["out.terms"], [PackTable.Of(Head(languages, texts), Rows(terms, languages))]);

    public static IReadOnlyList<string> Head(IReadOnlyList<string> languages, Texts texts) =>
        [.. languages.Select(Language.NameOf), texts["out.term_note"]];

    public static IEnumerable<IReadOnlyList<string>> Rows(
        IReadOnlyList<AgreedTerm> terms,
        IReadOnlyList<string> languages
    ) => terms.Select(t => (IReadOnlyList<string>)[.. languages.Select(l => t.Term.Exactly(l) ?? ""), t.Note ?? ""]);

    private static bool IsIn(string text, string word)
    {
        var stem = word.Length > 5 && !word.Contains(' ') ? word[..^Ending] : word;
        return text.Contains(stem, StringComparison.OrdinalIgnoreCase);
    }
}
