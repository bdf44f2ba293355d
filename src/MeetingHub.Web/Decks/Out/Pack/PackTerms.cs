using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>The agreed terms that a deck uses, in any of its languages: what an interpreter learns for this hour and no more.</summary>
internal static class PackTerms
{
    /// <summary>In the order of the book; found as the editor underlines them, declined or not.</summary>
    public static IReadOnlyList<Term> UsedIn(CompiledDeck deck, IReadOnlyList<Term> terms)
    {
        var used = deck
            .Languages.SelectMany(l => new TermFinder(terms, l).In(SaidIn(deck, l)).Select(u => u.Term))
            .ToHashSet();
        return [.. terms.Where(used.Contains)];
    }

    private static string SaidIn(CompiledDeck deck, string language) =>
        string.Join(
            '\n',
            deck.Slides.SelectMany(s =>
                new[] { s.In[language].Html, s.Notes.TryGetValue(language, out var notes) ? notes.Html : "" }.Select(
                    SlideWords.TextOf
                )
            )
        );

    public static Appendix Sheet(IReadOnlyList<Term> terms, IReadOnlyList<string> languages, Texts texts) =>
        new(texts["out.terms"], [PackTable.Of(Head(languages, texts), Rows(terms, languages))]);

    public static IReadOnlyList<string> Head(IReadOnlyList<string> languages, Texts texts) =>
        [.. languages.Select(Language.NameOf), texts["out.term_note"]];

    public static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<Term> terms, IReadOnlyList<string> languages) =>
        terms.Select(t => (IReadOnlyList<string>)[.. languages.Select(l => t.Words.Exactly(l) ?? ""), t.Note ?? ""]);
}
