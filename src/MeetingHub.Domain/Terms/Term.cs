using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Terms;

/// <summary>
/// A word or expression with its agreed translations and what is to be known of it. In each language it may have several
/// forms, separated by semicolons, of which the first is preferred; what stands in brackets explains and is not looked for.
/// </summary>
public sealed record Term(LocalText Words, string? Note = null)
{
    public const int MaxLength = 200;

    public IReadOnlyList<string> FormsIn(string language) =>
        Words.Exactly(language)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        ?? [];
}

/// <summary>Where a text uses a term: from a character on, so many characters.</summary>
public sealed record TermUse(int Start, int Length, Term Term);
