namespace MeetingHub.Domain.Evidence;

/// <summary>
/// The limited damages of one sector in one currency, added up. They are counted by whole sectors alone and never fewer than
/// <see cref="Exposure.LeastCounted"/> at once: any two sums that are shown then differ by none of them or by at least
/// that many, so that no single object can be computed from them.
/// </summary>
public sealed record LimitedSum(
    Sector Sector,
    string? Currency,
    int Count,
    decimal? DamageAmount,
    decimal? LossAmount,
    decimal? NeedAmount
)
{
    internal static IReadOnlyList<LimitedSum> Of(IEnumerable<Damage> limited) =>
        [
            .. limited
                .GroupBy(d => (d.Sector, d.Currency))
                .Where(g => g.Count() >= Exposure.LeastCounted)
                .OrderBy(g => g.Key.Sector)
                .ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
                .Select(g => new LimitedSum(
                    g.Key.Sector,
                    g.Key.Currency,
                    g.Count(),
                    Sum(g.Select(d => d.DamageAmount)),
                    Sum(g.Select(d => d.LossAmount)),
                    Sum(g.Select(d => d.NeedAmount))
                )),
        ];

    // A sum to which fewer than that many contribute would tell of them.
    private static decimal? Sum(IEnumerable<decimal?> amounts)
    {
        var known = amounts.OfType<decimal>().ToList();
        return known.Count >= Exposure.LeastCounted ? known.Sum() : null;
    }
}
