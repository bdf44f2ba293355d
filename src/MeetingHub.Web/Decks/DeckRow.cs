using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Web.Decks;

/// <summary>A community's deck: its draft text, and the revision that an edit says it was based on.</summary>
public sealed class DeckRow
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public LocalText Title { get; set; } = LocalText.Empty;
    public required string Draft { get; set; }
    public int Revision { get; set; }
    public Instant UpdatedAt { get; set; }
    public Guid? UpdatedBy { get; set; }
}

/// <summary>A picture that a deck's text may name.</summary>
public sealed class PictureRow
{
    public required Guid DeckId { get; init; }
    public required string Name { get; init; }
    public required string File { get; set; }
}

/// <summary>
/// A deck frozen as it was published. <see cref="Version"/> is the name of its public file, a hash of all that the room sees;
/// speaker notes stay here and never go into that file.
/// </summary>
public sealed class DeckVersion
{
    public required Guid DeckId { get; init; }
    public required string Version { get; init; }
    public required LocalText Title { get; init; }
    public required string Outline { get; init; }
    public required string Notes { get; init; }
    public required string Source { get; init; }

    /// <summary>The figures that its slides show of the registers (<see cref="FrozenFigure"/>); null before there were any.</summary>
    public string? Frozen { get; init; }
    public required Instant PublishedAt { get; init; }
    public Guid? PublishedBy { get; init; }
}
