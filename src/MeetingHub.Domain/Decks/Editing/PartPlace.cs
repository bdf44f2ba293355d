using System.Globalization;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Decks.Editing;

/// <summary>
/// Which text of a slide: the second one for readers of French is <c>body.fr.1</c>. The n-th text of one language is the
/// translation of the n-th of the source.
/// </summary>
public readonly record struct PartPlace(PartKind Kind, string? Language, int At)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind.ToString().ToLowerInvariant()}{(Language is null ? "" : "." + Language)}.{At}"
        );

    public static PartPlace? Parse(string? text) =>
        text?.Split('.') switch
        {
            ["shared", var at] when IsNumber(at, out var n) => new(PartKind.Shared, null, n),
            ["body", var language, var at] when Languages.Language.IsKnown(language) && IsNumber(at, out var n) => new(
                PartKind.Body,
                language,
                n
            ),
            ["notes", var language, var at] when Languages.Language.IsKnown(language) && IsNumber(at, out var n) => new(
                PartKind.Notes,
                language,
                n
            ),
            _ => null,
        };

    public IEnumerable<SlidePart> AllIn(Slide slide)
    {
        var (kind, language) = (Kind, Language);
        return slide.Parts.Where(p => p.Kind == kind && p.Language == language);
    }

    public SlidePart? In(Slide slide) => AllIn(slide).ElementAtOrDefault(At);

    /// <summary>The wording that stands there, without blank space around it; empty where nothing stands.</summary>
    public string WordingIn(Slide slide) => In(slide)?.Markdown.Trim('\n', ' ', '\t') ?? "";

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Slide.MaxLength;
}
