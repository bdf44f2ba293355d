using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>The life of a project as OC4IDS 0.9 counts it (code list <c>projectStatus</c>).</summary>
public enum ProjectStatus
{
    Identification,
    Preparation,
    Implementation,
    Completion,
    Maintenance,
    Decommissioning,
    Decommissioned,
    Cancelled,
}

/// <summary>OC4IDS 0.9, code list <c>projectType</c>.</summary>
public enum ProjectType
{
    Construction,
    Maintenance,
    Rehabilitation,
    Replacement,
    Expansion,
    Decommissioning,
}

/// <summary>What the community asks of a partner.</summary>
public enum AskType
{
    None,
    Expertise,
    Equipment,
    Funding,
    Exchange,
}

/// <summary>A recovery project. Its status in the state system DREAM is kept verbatim beside the one of OC4IDS.</summary>
public sealed record RecoveryProject : IEntry
{
    public required string Id { get; init; }
    public string? DreamId { get; init; }
    public string? Katotth { get; init; }
    public LocalText Title { get; init; } = LocalText.Empty;
    public LocalText Summary { get; init; } = LocalText.Empty;
    public ProjectStatus? Status { get; init; }
    public string? DreamStatus { get; init; }
    public string? DreamStatusDetails { get; init; }
    public ProjectType? Type { get; init; }

    /// <summary>DREAM's word: <c>restoration</c> or <c>development</c>, or whatever the source says.</summary>
    public string? Purpose { get; init; }

    /// <summary>OC4IDS sector codes, separated by <c>;</c> where there are several.</summary>
    public string? SectorOc4ids { get; init; }

    public Sector? Sector { get; init; }
    public EquatableList<string> DamageIds { get; init; } = [];
    public string? Implementer { get; init; }
    public LocalDate? Start { get; init; }
    public LocalDate? End { get; init; }

    /// <summary>In <see cref="Currency"/> (ISO 4217) at prices of <see cref="PriceDate"/>; zero or more.</summary>
    public decimal? CostTotal { get; init; }

    public string? Currency { get; init; }
    public LocalDate? PriceDate { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? ProgressPercent { get; init; }

    /// <summary>1 is the most urgent.</summary>
    public int? Priority { get; init; }

    public AskType Ask { get; init; }
    public LocalText AskText { get; init; } = LocalText.Empty;
    public GeoPoint? Point { get; init; }
    public string? PublicUrl { get; init; }
    public string? SourceUrl { get; init; }
    public Access Access { get; init; }
    public LocalDate? ReleaseAfter { get; init; }
    public LocalDate? UpdatedAt { get; init; }

    Register IEntry.Register => Register.Projects;
    Sector? IEntry.RdnaSector => Sector;

    public IEntry With(Access access, LocalDate? releaseAfter) =>
        this with
        {
            Access = access,
            ReleaseAfter = releaseAfter,
        };
}
