using NodaTime;

namespace MeetingHub.Web.Log;

/// <summary>
/// A fact as a row. Its key (meeting, seq) makes two writers of the same number impossible; <see cref="Operation"/> with
/// <see cref="By"/> makes the same operation written twice impossible.
/// </summary>
public sealed class StoredEvent
{
    public required Guid MeetingId { get; init; }
    public required long Seq { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required Instant At { get; init; }
    public Guid? By { get; init; }
    public Guid? Operation { get; init; }
}
