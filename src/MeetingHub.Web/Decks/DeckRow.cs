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

    /// <summary>The draft before a save that made it unreadable or took most of its slides; null once somebody has gone on from there.</summary>
    public string? DraftBefore { get; set; }
    public Instant UpdatedAt { get; set; }
    public Guid? UpdatedBy { get; set; }
}

/// <summary>A picture that a deck's text may name.</summary>
public sealed class PictureRow
{
    public required Guid DeckId { get; init; }
    public required string Name { get; init; }

    /// <summary>The widest of its forms, whose size in pixels this is (0: kept before sizes were), and the narrower ones as JSON.</summary>
    public required string File { get; set; }
    public int Width { get; set; }
    public int Height { get; set; }
    public string Narrower { get; set; } = "[]";

    /// <summary>What it says to those who do not see it, where the text says nothing.</summary>
    public LocalText Alt { get; set; } = LocalText.Empty;
    public Instant? AddedAt { get; set; }

    /// <summary>Taken out of the deck, and not yet for ever: a query has to ask for such rows.</summary>
    public Instant? RemovedAt { get; set; }
}

/// <summary>A PDF that slides show page by page. The sizes of its pages are JSON.</summary>
public sealed class DocumentRow
{
    public required Guid DeckId { get; init; }
    public required string Name { get; init; }
    public required string File { get; set; }
    public required string Pages { get; set; }
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
