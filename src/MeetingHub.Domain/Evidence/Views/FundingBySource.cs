namespace MeetingHub.Domain.Evidence.Views;

/// <summary>What one party gives, by how near it is; sums that are only sought are nobody's gift and not told here.</summary>
public sealed record PartyLine(string? Party, decimal Disbursed, decimal Committed, decimal Pledged)
{
    public decimal Total => Disbursed + Committed + Pledged;
}

/// <summary>Funding by party in one currency, the largest first.</summary>
public sealed record FundingBySource(
    string Currency,
    IReadOnlyList<PartyLine> Lines,
    IReadOnlyList<(string Currency, decimal Sum)> LeftOut,
    Provenance Provenance
)
{
    /// <summary>Sums that are the only one of their party.</summary>
    public required IReadOnlyList<IEntry> Singled { get; init; }

    /// <summary>The currencies that are given in, the most frequent first.</summary>
    public static IReadOnlyList<string> Currencies(PublicRegisters registers, ProjectFilter filter) =>
        [
            .. Given(registers, filter)
                .GroupBy(f => f.Currency, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];

    public static FundingBySource Of(PublicRegisters registers, ProjectFilter filter, Rates rates)
    {
        var given = Given(registers, filter).ToList();
        var told = given.Where(f => rates.Convert(f.Amount, f.Currency) is not null).ToList();
        return new(
            rates.Currency,
            [
                .. told.GroupBy(f => f.Party)
                    .Select(g => new PartyLine(
                        g.Key,
                        Sum(g, FundingState.Disbursed),
                        Sum(g, FundingState.Committed),
                        Sum(g, FundingState.Pledged)
                    ))
                    .OrderByDescending(l => l.Total)
                    .ThenBy(l => l.Party, StringComparer.Ordinal),
            ],
            [
                .. given
                    .Except(told)
                    .GroupBy(f => f.Currency)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Sum(f => f.Amount))),
            ],
            Provenance.Of([], told)
        )
        {
            Singled = [.. Views.Singled.Out(given.GroupBy(f => f.Party))],
        };

        decimal Sum(IEnumerable<Funding> lines, FundingState state) =>
            lines.Where(f => f.State == state).Sum(f => rates.Convert(f.Amount, f.Currency) ?? 0);
    }

    private static IEnumerable<Funding> Given(PublicRegisters registers, ProjectFilter filter)
    {
        var projects = registers.Projects.Where(filter.Takes).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return registers.Funding.Where(f => f.State != FundingState.Sought && projects.Contains(f.ProjectId));
    }
}
