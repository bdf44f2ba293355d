using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>A rule of a community's hours, or of one person's: one of the two ids is set.</summary>
public sealed class TimeRuleRow
{
    public required Guid Id { get; init; }
    public Guid? CommunityId { get; init; }
    public Guid? PersonId { get; init; }
    public required TimeRuleKind Kind { get; init; }
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }
    public Weekdays Days { get; init; }
    public LocalTime Start { get; init; }
    public LocalTime End { get; init; }
    public int Confidence { get; init; } = 100;

    /// <summary>Where the rule comes from: the order's number, the operator's schedule.</summary>
    public string? Note { get; init; }
    public required Guid AddedBy { get; init; }
    public required Instant AddedAt { get; init; }

    public TimeRule Rule => new(Kind, From, To, Days, Start, End, Confidence);
}
