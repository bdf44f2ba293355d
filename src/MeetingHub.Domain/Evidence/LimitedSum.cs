namespace MeetingHub.Domain.Evidence;

/// <summary>
/// The limited damages of one sector in one currency, added up. They are counted by whole sectors alone, never fewer than
/// <see cref="Exposure.LeastCounted"/> at once, and never so that a sum and the one told before it differ by fewer than that many
/// (<see cref="ToldSum"/>): no single object can be computed from them.
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
    /// <summary>The sums to tell of these rows after what was told before, and what has been told then.</summary>
    internal static (IReadOnlyList<LimitedSum> Sums, IReadOnlyList<ToldSum> Told) Of(
        IReadOnlyCollection<Damage> limited,
        IReadOnlyCollection<ToldSum> before
    )
    {
        var groups = limited.ToLookup(d => (d.Sector, d.Currency));
        var told = before.ToDictionary(t => (t.Sector, t.Currency, t.Of));
        List<LimitedSum> sums = [];
        List<ToldSum> after = [];
        foreach (
            var key in groups
                .Select(g => g.Key)
                .Union(before.Select(t => (t.Sector, t.Currency)))
                .OrderBy(k => k.Sector)
                .ThenBy(k => k.Currency, StringComparer.Ordinal)
        )
        {
            var count = Tell(Measure.Count);
            var (damage, loss, need) = (Tell(Measure.Damage), Tell(Measure.Loss), Tell(Measure.Need));
            if (count is { } rows)
                sums.Add(new(key.Sector, key.Currency, (int)rows, damage, loss, need));

            decimal? Tell(Measure of)
            {
                var now = groups[key]
                    .Where(d => of.Of(d) is not null)
                    .ToDictionary(d => d.Id, d => of.Of(d)!.Value, StringComparer.Ordinal);
                var last = told.GetValueOrDefault((key.Sector, key.Currency, of));
                var (said, kept) = ToldSum.Next(last?.Rows, now);
                if (kept is not null)
                    after.Add(new(key.Sector, key.Currency, of, kept));
                return said?.Values.Sum();
            }
        }

        return (sums, after);
    }
}

/// <summary>
/// The rows, by their ids, that the last told sum was made of. Who keeps one publication and subtracts it from the next learns the
/// difference: so a sum changes only when at least <see cref="Exposure.LeastCounted"/> of its rows have. Of two sums that were
/// not told one after the other this holds only as long as no row comes back to what it was.
/// </summary>
public sealed record ToldSum(Sector Sector, string? Currency, Measure Of, IReadOnlyDictionary<string, decimal> Rows)
{
    /// <summary>
    /// What is said of rows as they are now, and what was said last then. Until enough have changed it is what was said before; and
    /// nothing at all when one of those is not to be counted any more.
    /// </summary>
    internal static (IReadOnlyDictionary<string, decimal>? Said, IReadOnlyDictionary<string, decimal>? Last) Next(
        IReadOnlyDictionary<string, decimal>? last,
        IReadOnlyDictionary<string, decimal> now
    )
    {
        var isEnough = now.Count >= Exposure.LeastCounted;
        if (last is null)
            return isEnough ? (now, now) : (null, null);
        var differing = last.Keys.Union(now.Keys).Count(id => Of(last, id) != Of(now, id));
        return differing == 0 ? (last, last)
            : isEnough && differing >= Exposure.LeastCounted ? (now, now)
            : last.Keys.All(now.ContainsKey) ? (last, last)
            : (null, last);

        static decimal? Of(IReadOnlyDictionary<string, decimal> rows, string id) =>
            rows.TryGetValue(id, out var amount) ? amount : null;
    }
}
