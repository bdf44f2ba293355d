using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>How near a sum is to being there. Only committed and disbursed sums close a gap.</summary>
public enum FundingState
{
    Sought,
    Pledged,
    Committed,
    Disbursed,
}

/// <summary>
/// A sum for a project from one party. Whoever may not learn of the project may not learn of its funding: access is the
/// project's (<see cref="Exposure"/>).
/// </summary>
public sealed record Funding : IEntry
{
    public required string Id { get; init; }
    public required string ProjectId { get; init; }
    public string? FinanceType { get; init; }
    public string? FinanceCategory { get; init; }

    /// <summary>The institution that gives; never a private person.</summary>
    public string? Party { get; init; }

    /// <summary>In <see cref="Currency"/> (ISO 4217); zero or more.</summary>
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }
    public required FundingState State { get; init; }
    public LocalDate? Date { get; init; }
    public string? SourceUrl { get; init; }
    public Access Access { get; init; }
    public LocalDate? ReleaseAfter { get; init; }

    Register IEntry.Register => Register.Funding;
    Sector? IEntry.RdnaSector => null;

    public IEntry With(Access access, LocalDate? releaseAfter) =>
        this with
        {
            Access = access,
            ReleaseAfter = releaseAfter,
        };
}
