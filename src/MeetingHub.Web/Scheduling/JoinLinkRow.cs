namespace MeetingHub.Web.Scheduling;

/// <summary>Where a personal link leads. The secret itself is nowhere: only its hash.</summary>
public sealed class JoinLinkRow
{
    public required Guid Id { get; init; }
    public required string Hash { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid PersonId { get; init; }
}
