using NodaTime;

namespace MeetingHub.Web.Decks.Wordings;

/// <summary>
/// A wording that once stood on a slide, by its hash: what a stale translation was made from, and what can be restored.
/// <see cref="Place"/> is a <see cref="Domain.Decks.Editing.PartPlace"/>, or <c>slide</c> for a whole one that was taken out.
/// </summary>
public sealed class WordingRow
{
    public const string WholeSlide = "slide";

    public required Guid DeckId { get; init; }
    public required string SlideId { get; init; }
    public required string Place { get; init; }
    public required string Hash { get; init; }
    public required string Text { get; init; }

    /// <summary>When it was last written.</summary>
    public Instant At { get; set; }
    public Guid? By { get; set; }
}

/// <summary>
/// The text of somebody who saved after somebody else had changed the same wording: kept until one of the two is chosen.
/// </summary>
public sealed class AsideRow
{
    public required Guid Id { get; init; }
    public required Guid DeckId { get; init; }
    public required string SlideId { get; init; }
    public required string Place { get; init; }
    public required string Text { get; set; }
    public Instant At { get; set; }
    public Guid? By { get; init; }
}
