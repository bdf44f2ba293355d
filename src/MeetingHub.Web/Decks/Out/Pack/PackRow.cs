using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>
/// A pack as it was handed to the interpreters, frozen: its bytes are kept, and its slides' fingerprints tell what changed since.
/// One that was made for a meeting holds that meeting's names, and leaves through its door alone.
/// </summary>
public sealed class PackRow
{
    public required Guid Id { get; init; }
    public required Guid DeckId { get; init; }
    public Guid? MeetingId { get; init; }
    public required string Version { get; init; }
    public required LocalText Title { get; init; }

    /// <summary>JSON: the slides' ids and hashes, in order.</summary>
    public required string Slides { get; init; }
    public required Instant MadeAt { get; init; }
    public Guid? MadeBy { get; init; }
}
