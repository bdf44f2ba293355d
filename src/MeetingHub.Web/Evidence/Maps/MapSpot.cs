using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>All that is at exactly one point of the map.</summary>
/// <param name="Precision">The coarsest of what is there.</param>
/// <param name="Rank">The worst grade's, as in <see cref="RankOf"/>.</param>
internal sealed record MapSpot(GeoPoint Point, GeoPrecision Precision, int Rank, IReadOnlyList<IEntry> Entries)
{
    /// <summary>Below every grade: a project is no damage.</summary>
    public const int NoGrade = -1;

    private static readonly List<DamageGrade> Grades = [.. GradeDistribution.Order];

    /// <summary>Like a figure's places: things of one point are one symbol, and nothing is scattered. The fullest first.</summary>
    public static IReadOnlyList<MapSpot> Of(IReadOnlyList<Damage> damages, IReadOnlyList<RecoveryProject> projects)
    {
        var placed = damages
            .Where(d => d.Point is not null)
            .Select(d => (Entry: (IEntry)d, Point: d.Point!.Value, d.Precision, Rank: RankOf(d.Grade)))
            .Concat(
                projects
                    .Where(p => p.Point is not null)
                    .Select(p =>
                        (Entry: (IEntry)p, Point: p.Point!.Value, Precision: GeoPrecision.Street, Rank: NoGrade)
                    )
            );
        return
        [
            .. placed
                .GroupBy(p => p.Point)
                .OrderByDescending(g => g.Count())
                .ThenByDescending(g => g.Key.Latitude)
                .ThenBy(g => g.Key.Longitude)
                .Select(g => new MapSpot(
                    g.Key,
                    g.Min(p => p.Precision),
                    g.Max(p => p.Rank),
                    [.. g.Select(p => p.Entry)]
                )),
        ];
    }

    /// <summary>A grade by its rank; null for what has none.</summary>
    public static DamageGrade? GradeOf(int rank) => rank < 0 ? null : Grades[^(rank + 1)];

    private static int RankOf(DamageGrade grade) => Grades.Count - 1 - Grades.IndexOf(grade);
}
