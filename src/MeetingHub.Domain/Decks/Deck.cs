using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// A presentation as its author wrote it: 1 to 3 languages, the first of which is the source that the others are
/// translated from, and 1 to 200 slides with unique ids.
/// </summary>
public sealed record Deck(LocalText Title, IReadOnlyList<string> Languages, IReadOnlyList<Slide> Slides)
{
    /// <summary>How long its author means it to take, 1 to 480 minutes, or null.</summary>
    public int? TargetMinutes { get; init; }

    public const int MaxBytes = 1_000_000;
    public const int MaxSlides = 200;

    public string SourceLanguage => Languages[0];

    public TextState StateOf(Slide slide, string language)
    {
        if (language == SourceLanguage || slide.BodyIn(SourceLanguage) is not { } source)
            return TextState.Present;
        if (slide.BodyIn(language) is null)
            return TextState.Missing;

        var current = SourceHash.Of(source);
        return slide.BodiesIn(language).Any(part => part.Of is { } of && of != current)
            ? TextState.Stale
            : TextState.Present;
    }
}

/// <summary>How one language of a slide stands against the source language: stale means the source changed since.</summary>
public enum TextState
{
    Present,
    Missing,
    Stale,
}
