using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>
/// A damaged object. Amounts follow the Rapid Damage and Needs Assessment: <see cref="DamageAmount"/> is the repair cost of
/// what was destroyed, <see cref="LossAmount"/> a flow that did not come, <see cref="NeedAmount"/> the cost of recovery; all in
/// <see cref="Currency"/> (ISO 4217) at prices of <see cref="PriceDate"/>, zero or more, and never added to one another.
/// Names are of places and institutions, never of owners or victims.
/// </summary>
public sealed record Damage : IEntry
{
    public required string Id { get; init; }

    /// <summary>The Ukrainian code of the settlement, <c>UA</c> and 17 digits.</summary>
    public string? Katotth { get; init; }

    public LocalText Name { get; init; } = LocalText.Empty;
    public string? ObjectType { get; init; }
    public required Sector Sector { get; init; }

    /// <summary>The street or quarter that may be said aloud.</summary>
    public string? PublicPlace { get; init; }

    public GeoPoint? Point { get; init; }
    public GeoPrecision Precision { get; init; }
    public LocalDate? DamagedFrom { get; init; }
    public LocalDate? DamagedTo { get; init; }
    public DamageGrade Grade { get; init; }
    public string? GradeScheme { get; init; }
    public string? GradeOriginal { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? DamagePercent { get; init; }

    public AssessmentMethod? Method { get; init; }
    public Source Source { get; init; } = Source.Unknown;
    public decimal? FloorAreaM2 { get; init; }
    public int? ServedBefore { get; init; }
    public int? ServedNow { get; init; }
    public decimal? DamageAmount { get; init; }
    public decimal? LossAmount { get; init; }
    public decimal? NeedAmount { get; init; }
    public string? Currency { get; init; }
    public LocalDate? PriceDate { get; init; }
    public RecoveryState Recovery { get; init; }
    public string? DreamObjectId { get; init; }
    public Access Access { get; init; }
    public LocalDate? ReleaseAfter { get; init; }

    /// <summary>When the community's own file says that the row was last changed.</summary>
    public LocalDate? UpdatedAt { get; init; }

    Register IEntry.Register => Register.Damages;
    Sector? IEntry.RdnaSector => Sector;

    public IEntry With(Access access, LocalDate? releaseAfter) =>
        this with
        {
            Access = access,
            ReleaseAfter = releaseAfter,
        };
}
