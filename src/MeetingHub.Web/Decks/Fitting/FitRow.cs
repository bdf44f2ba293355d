using NodaTime;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>What a browser measured of a deck's content: the same content is measured once, draft or published.</summary>
public sealed class FitRow
{
    /// <summary>The name of the deck's public file, which is a hash of it: <see cref="DeckVersion.Version"/> of a published one.</summary>
    public required string Content { get; init; }

    /// <summary>JSON: the slides that do not fit.</summary>
    public required string Overflows { get; init; }
    public required Instant MeasuredAt { get; init; }
}
