namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// How many damages there are of each grade, and of each in every sector. Only rows that may be seen are counted: sums of
/// limited rows are told by whole sectors, not by grade.
/// </summary>
public sealed record GradeDistribution(
    IReadOnlyList<(DamageGrade Grade, int Count)> Grades,
    IReadOnlyList<(Sector Sector, IReadOnlyList<int> Counts)> Sectors,
    Provenance Provenance
)
{
    /// <summary>From the worst to what is not assessed.</summary>
    public static IReadOnlyList<DamageGrade> Order { get; } =
    [DamageGrade.Destroyed, DamageGrade.Severe, DamageGrade.Moderate, DamageGrade.Minor, DamageGrade.Unknown];

    /// <summary>Damages that are alone in their grade.</summary>
    public required IReadOnlyList<IEntry> Singled { get; init; }

    /// <summary>Damages that are alone in their grade of a sector.</summary>
    public required IReadOnlyList<IEntry> SingledBySector { get; init; }

    public int Total => Grades.Sum(g => g.Count);

    public static GradeDistribution Of(PublicRegisters registers, DamageFilter filter)
    {
        var damages = registers.Damages.Where(filter.Takes).ToList();
        return new(
            [.. Order.Select(g => (g, damages.Count(d => d.Grade == g)))],
            [
                .. damages
                    .GroupBy(d => d.Sector)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key)
                    .Select(g => (g.Key, Counts(g.ToList()))),
            ],
            Provenance.Of(damages)
        )
        {
            Singled = [.. Views.Singled.Out(damages.GroupBy(d => d.Grade))],
            SingledBySector = [.. Views.Singled.Out(damages.GroupBy(d => (d.Sector, d.Grade)))],
        };
    }

    private static IReadOnlyList<int> Counts(List<Damage> damages) =>
        [.. Order.Select(grade => damages.Count(d => d.Grade == grade))];
}
