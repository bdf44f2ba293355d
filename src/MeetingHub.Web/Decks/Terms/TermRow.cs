using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Web.Decks.Terms;

/// <summary>A community's agreed term. A removed one stays as a mark, so that the packaged terms do not come back with it.</summary>
public sealed class TermRow
{
    public required Guid CommunityId { get; init; }
    public required string Key { get; init; }
    public LocalText Words { get; set; } = LocalText.Empty;
    public string? Note { get; set; }
    public bool IsRemoved { get; set; }
    public Instant UpdatedAt { get; set; }
    public Guid? UpdatedBy { get; set; }
}
