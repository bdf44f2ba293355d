namespace MeetingHub.Domain.Decks;

/// <summary>
/// One slide: its id (lower-case letters, digits and hyphens, at most 60) is what the meeting's log refers to; the parts
/// stand in document order.
/// </summary>
public sealed record Slide(string Id, SlideLayout Layout, int Line, IReadOnlyList<SlidePart> Parts)
{
    /// <summary>Long enough for three languages with full notes; short enough to bound the time of compiling.</summary>
    public const int MaxLength = 20_000;

    /// <summary>How many of the file's lines it takes, its heading's with them.</summary>
    public int Lines { get; init; }

    public IEnumerable<SlidePart> BodiesIn(string language) =>
        Parts.Where(p => p.Kind == PartKind.Body && p.Language == language && !string.IsNullOrWhiteSpace(p.Markdown));

    /// <summary>All that is written in this language on the slide, or null when there is nothing.</summary>
    public string? BodyIn(string language)
    {
        var body = string.Join("\n\n", BodiesIn(language).Select(p => p.Markdown));
        return body.Length == 0 ? null : body;
    }
}

public enum SlideLayout
{
    Plain,
    Title,
    Section,
}

public enum PartKind
{
    /// <summary>For readers of every language: pictures, tables, charts, sources.</summary>
    Shared,

    /// <summary>For readers of one language.</summary>
    Body,

    /// <summary>For whoever speaks, and for interpreters; never sent to the room.</summary>
    Notes,
}

/// <summary>
/// A run of Markdown. <paramref name="Of"/> is the hash of the source text that a translation was made from;
/// <paramref name="Line"/> is the file's line, from 1, where the Markdown starts: right below the container's opening.
/// </summary>
public sealed record SlidePart(PartKind Kind, string? Language, string? Of, string Markdown, int Line)
{
    /// <summary>The hash of the wording that a person reviewed: another wording than that has not been reviewed.</summary>
    public string? Ok { get; init; }

    /// <summary>Made by a machine, and not confirmed by anybody yet.</summary>
    public bool IsMachine { get; init; }

    /// <summary>How many of the file's lines the Markdown takes; 0 in a container whose end follows its opening.</summary>
    public int Lines { get; init; }
}
