using NodaTime;

namespace MeetingHub.Domain.Evidence.Views;

/// <summary>Which damages a figure tells of; an empty list means all.</summary>
public sealed record DamageFilter(
    IReadOnlyList<Sector> Sectors,
    IReadOnlyList<DamageGrade> Grades,
    IReadOnlyList<AssessmentMethod> Methods,
    LocalDate? From,
    LocalDate? To
)
{
    public static readonly DamageFilter All = new([], [], [], null, null);

    public bool Takes(Damage damage) =>
        (Sectors.Count == 0 || Sectors.Contains(damage.Sector))
        && (Grades.Count == 0 || Grades.Contains(damage.Grade))
        && (Methods.Count == 0 || (damage.Method is { } method && Methods.Contains(method)))
        && (From is not { } from || damage.DamagedFrom >= from)
        && (To is not { } to || damage.DamagedFrom <= to);

    /// <summary>Limited sums are told by whole sectors alone: with any other condition they are left out.</summary>
    public bool Takes(LimitedSum sum) =>
        Grades.Count == 0
        && Methods.Count == 0
        && From is null
        && To is null
        && (Sectors.Count == 0 || Sectors.Contains(sum.Sector));
}
