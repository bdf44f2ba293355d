namespace MeetingHub.Web.Scheduling;

/// <summary>A person's secret calendar address, as a hash. A new one ends the old one.</summary>
public sealed class FeedAddress
{
    public required Guid PersonId { get; init; }
    public required string Hash { get; set; }
}
