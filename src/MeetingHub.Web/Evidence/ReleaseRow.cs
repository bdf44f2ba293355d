using MeetingHub.Domain.Evidence;
using NodaTime;

namespace MeetingHub.Web.Evidence;

public enum ReleaseStatus
{
    Waiting,
    Confirmed,
    Declined,

    /// <summary>The row was changed after it was asked about.</summary>
    Lapsed,
}

/// <summary>A release that is asked for, and what became of it. Rows stay as a record of who let what be shown.</summary>
public sealed class ReleaseRow
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required Register Register { get; init; }
    public required string Key { get; init; }
    public required int Revision { get; init; }
    public required Access Access { get; init; }
    public LocalDate? ReleaseAfter { get; init; }
    public string? Reason { get; init; }

    /// <summary>What was asked for in one go, an import say, is confirmed in one go.</summary>
    public required Guid Batch { get; init; }

    public required Guid AskedBy { get; init; }
    public required Instant AskedAt { get; init; }
    public ReleaseStatus Status { get; set; }
    public Guid? DecidedBy { get; set; }
    public Instant? DecidedAt { get; set; }

    public Release Release => new(Register, Key, Revision, Access, ReleaseAfter, AskedBy);
}
