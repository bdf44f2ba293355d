using System.Text.RegularExpressions;

namespace MeetingHub.Domain.Terms;

/// <summary>
/// Finds the terms that a text uses, declined or not, in capitals or not. A term of several words is found where those stand
/// together, with nothing but space or a hyphen between them; the longest term wins, and none overlaps another. The work grows
/// with the words of the text times the terms that begin alike.
/// </summary>
public sealed partial class TermFinder
{
    private readonly string language;
    private readonly Dictionary<(string Stem, int Paradigm), List<Form>> byFirstWord = [];

    public TermFinder(IEnumerable<Term> terms, string language)
    {
        this.language = language;
        foreach (var term in terms)
        {
            foreach (var form in term.FormsIn(language))
            {
                var words = Words.In(Brackets().Replace(form, " "), language);
                if (words.Count == 0)
                    continue;
                var stems = words.Select(w => Inflection.StemsOf(w.Plain, language).ToHashSet()).ToList();
                foreach (var stem in stems[0])
                {
                    if (!byFirstWord.TryGetValue(stem, out var forms))
                        byFirstWord[stem] = forms = [];
                    forms.Add(new(term, stems));
                }
            }
        }
    }

    public IReadOnlyList<TermUse> In(string text)
    {
        List<TermUse> uses = [];
        var words = Words.In(text, language);
        for (var at = 0; at < words.Count; )
        {
            var found = LongestAt(words, at, text);
            if (found is not null)
                uses.Add(new(words[at].Start, words[at + found.Words.Count - 1].End - words[at].Start, found.Term));
            at += found?.Words.Count ?? 1;
        }

        return uses;
    }

    private Form? LongestAt(List<Word> words, int at, string text)
    {
        Form? longest = null;
        foreach (var stem in Inflection.StemsOf(words[at].Plain, language))
        {
            foreach (var form in byFirstWord.GetValueOrDefault(stem, []))
            {
                if ((longest is null || form.Words.Count > longest.Words.Count) && Goes(form, words, at, text))
                    longest = form;
            }
        }

        return longest;
    }

    private bool Goes(Form form, List<Word> words, int at, string text)
    {
        if (at + form.Words.Count > words.Count)
            return false;
        for (var n = 1; n < form.Words.Count; n++)
        {
            var word = words[at + n];
            if (
                !IsGap(text.AsSpan(words[at + n - 1].End, word.Start - words[at + n - 1].End))
                || !Inflection.StemsOf(word.Plain, language).Any(form.Words[n].Contains)
            )
                return false;
        }

        return true;
    }

    // Markdown's own marks may stand between: *рішення* ради.
    private static bool IsGap(ReadOnlySpan<char> between) =>
        between.Length <= 8 && between.IndexOfAnyExcept(" \u00A0\t\n-‐‑*_'’") < 0;

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    private sealed record Form(Term Term, List<HashSet<(string Stem, int Paradigm)>> Words);
}
