namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// Damages of one sector: how many, what they amount to, how many of them have no amount, and how many are counted only as a
/// sum (<see cref="LimitedSum"/>).
/// </summary>
public sealed record SectorLine(Sector Sector, int Objects, decimal Value, int Without, int Limited)
{
    /// <summary>None of them has an amount: that is no zero.</summary>
    public bool IsUnknown => Objects > 0 && Without == Objects;
}

/// <summary>
/// Damages by sector, the largest first. Counting takes every damage; amounts are added within one currency, others only by a
/// given rate. An amount that is in no currency that can be told is left out and listed in <see cref="LeftOut"/>.
/// </summary>
public sealed record DamageBySector(
    Measure Measure,
    string? Currency,
    IReadOnlyList<SectorLine> Lines,
    IReadOnlyList<(string Currency, decimal Sum)> LeftOut,
    Provenance Provenance
)
{
    /// <summary>Damages that are alone in their line, or the only one with an amount there.</summary>
    public required IReadOnlyList<IEntry> Singled { get; init; }

    public decimal Total => Lines.Sum(l => l.Value);
    public int Objects => Lines.Sum(l => l.Objects);
    public int Without => Lines.Sum(l => l.Without);
    public int Limited => Lines.Sum(l => l.Limited);

    /// <summary>The currencies in which the measure is there at all, the most frequent first.</summary>
    public static IReadOnlyList<string> Currencies(PublicRegisters registers, DamageFilter filter, Measure measure) =>
        [
            .. registers
                .Damages.Where(d => filter.Takes(d) && measure.Of(d) is not null)
                .Select(d => d.Currency)
                .Concat(
                    registers.Limited.Where(l => filter.Takes(l) && measure.Of(l) is not null).Select(l => l.Currency)
                )
                .OfType<string>()
                .GroupBy(c => c, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];

    /// <param name="rates">Null when <paramref name="measure"/> is a count.</param>
    public static DamageBySector Of(PublicRegisters registers, DamageFilter filter, Measure measure, Rates? rates)
    {
        var damages = registers.Damages.Where(filter.Takes).ToList();
        var limited = registers.Limited.Where(filter.Takes).ToLookup(l => l.Sector);
        var lines = damages
            .Select(d => d.Sector)
            .Concat(limited.Select(l => l.Key))
            .Distinct()
            .Select(sector => LineOf(sector, damages.Where(d => d.Sector == sector), limited[sector], measure, rates))
            .OrderByDescending(l => l.Value)
            .ThenByDescending(l => l.Objects)
            .ThenBy(l => l.Sector)
            .ToList();
        return new(measure, rates?.Currency, lines, NotTold(damages, measure, rates), Provenance.Of(damages))
        {
            Singled =
            [
                .. Views.Singled.Out(damages.GroupBy(d => d.Sector)),
                .. Views.Singled.Out(
                    damages.Where(d => measure.Of(d) is not null).GroupBy(d => (d.Sector, d.Currency))
                ),
            ],
        };
    }

    private static SectorLine LineOf(
        Sector sector,
        IEnumerable<Damage> damages,
        IEnumerable<LimitedSum> limited,
        Measure measure,
        Rates? rates
    )
    {
        var (objects, value, without, counted) = (0, 0m, 0, 0);
        foreach (var damage in damages)
        {
            objects++;
            if (Told(measure.Of(damage), damage.Currency, measure, rates) is { } amount)
                value += amount;
            else
                without++;
        }

        foreach (var sum in limited)
        {
            objects += sum.Count;
            counted += sum.Count;
            if (Told(measure.Of(sum), sum.Currency, measure, rates) is { } amount)
                value += amount;
            else
                without += sum.Count;
        }

        return new(sector, objects, value, without, counted);
    }

    private static decimal? Told(decimal? amount, string? currency, Measure measure, Rates? rates) =>
        measure == Measure.Count ? amount
        : amount is { } known ? rates?.Convert(known, currency)
        : null;

    private static IReadOnlyList<(string, decimal)> NotTold(List<Damage> damages, Measure measure, Rates? rates) =>
        measure == Measure.Count
            ? []
            :
            [
                .. damages
                    .Where(d => measure.Of(d) is not null && d.Currency is not null)
                    .Where(d => rates?.Convert(1, d.Currency) is null)
                    .GroupBy(d => d.Currency!)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Sum(d => measure.Of(d)!.Value))),
            ];
}
