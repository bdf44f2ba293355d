namespace MeetingHub.Domain.Terms;

/// <summary>A term of the source with its agreed translation, and whether the translation uses it.</summary>
public sealed record TermNeed(Term Term, string Agreed, bool IsUsed);

public static class TermCheck
{
    /// <summary>
    /// The terms that a source text uses and that have an agreed translation, each once, in the order of the text. A translation that
    /// uses any agreed form uses the term. One without text yet misses none.
    /// </summary>
    public static IReadOnlyList<TermNeed> Of(
        IReadOnlyList<Term> terms,
        string source,
        string from,
        string translation,
        string to
    )
    {
        var isEmpty = string.IsNullOrWhiteSpace(translation);
        return
        [
            .. new TermFinder(terms, from)
                .In(source)
                .Select(u => u.Term)
                .Distinct()
                .Where(t => t.FormsIn(to).Count > 0)
                .Select(t => new TermNeed(t, t.FormsIn(to)[0], isEmpty || IsUsed(t, translation, to))),
        ];
    }

    // Each looked for by itself: a longer term in the same place hides none.
    private static bool IsUsed(Term term, string translation, string to) =>
        new TermFinder([term], to).In(translation).Count > 0;
}
