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

    /// <summary>What the room is told of a text; <see cref="StandingOf"/> is what those who write it are told.</summary>
    public TextState StateOf(Slide slide, string language) =>
        StandingOf(slide, language) switch
        {
            Standing.Missing => TextState.Missing,
            Standing.Machine => TextState.Machine,
            Standing.Stale => TextState.Stale,
            _ => TextState.Present,
        };

    /// <summary>How far the work on one language of a slide is; null where the slide says nothing in a language of its own.</summary>
    public Standing? StandingOf(Slide slide, string language)
    {
        if (slide.BodyIn(SourceLanguage) is not { } source)
            return null;
        if (slide.BodyIn(language) is not { } own)
            return Standing.Missing;

        var (current, wording) = (SourceHash.Of(source), SourceHash.Of(own));
        var parts = slide.BodiesIn(language).ToList();
        return parts.Exists(p => p.IsMachine) ? Standing.Machine
            : language != SourceLanguage && parts.Exists(p => p.Of is { } of && of != current) ? Standing.Stale
            : parts.TrueForAll(p => p.Ok == wording) ? Standing.Reviewed
            : Standing.Draft;
    }
}

/// <summary>
/// How one language of a slide stands for those who read it: stale means that the source changed since, machine that nobody has
/// confirmed what a machine wrote.
/// </summary>
public enum TextState
{
    Present,
    Missing,
    Stale,
    Machine,
}

/// <summary>How far one language of a slide is for those who write it. Reviewed: a person has read exactly this wording.</summary>
public enum Standing
{
    Missing,
    Machine,
    Stale,
    Draft,
    Reviewed,
}
