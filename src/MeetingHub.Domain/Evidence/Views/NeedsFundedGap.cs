namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// What the projects cost in one currency, what of it is there, and what is missing. The gap is reckoned project by project, cost
/// − committed − disbursed and never below zero: what one project has too much does not help another. Pledges are told
/// apart, because they close no gap.
/// </summary>
public sealed record GapLine(
    string Currency,
    int Projects,
    decimal Cost,
    decimal Committed,
    decimal Disbursed,
    decimal Gap,
    decimal Pledged
);

/// <summary>
/// Needs, funds and gap of all projects that are not cancelled. Funds in another currency than their project's cost are not
/// counted without a rate, and are listed in <see cref="Unmatched"/>; costs that no rate leads from in <see cref="LeftOut"/>.
/// </summary>
public sealed record NeedsFundedGap(
    IReadOnlyList<GapLine> Lines,
    int WithoutCost,
    IReadOnlyList<(string Currency, decimal Sum)> LeftOut,
    IReadOnlyList<(string Currency, decimal Sum)> Unmatched,
    Provenance Provenance
)
{
    /// <summary>Projects that are the only one in their currency.</summary>
    public required IReadOnlyList<IEntry> Singled { get; init; }

    /// <param name="rates">The one currency to tell everything in; null for each currency by itself.</param>
    public static NeedsFundedGap Of(PublicRegisters registers, ProjectFilter filter, Rates? rates)
    {
        var projects = registers.Projects.Where(p => filter.Takes(p) && p.Status != ProjectStatus.Cancelled).ToList();
        var funding = registers.Funding.ToLookup(f => f.ProjectId, StringComparer.Ordinal);
        var costed = projects.Select(p => ProjectGap.Of(p, funding[p.Id], rates)).OfType<ProjectGap>().ToList();
        var known = projects.SelectMany(p => funding[p.Id]).ToList();
        return new(
            [
                .. costed
                    .GroupBy(g => g.Currency, StringComparer.Ordinal)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(LineOf),
            ],
            projects.Count(p => p.CostTotal is null || p.Currency is null),
            [
                .. projects
                    .ExceptBy(costed.Select(g => g.Project.Id), p => p.Id)
                    .Where(p => p is { CostTotal: not null, Currency: not null })
                    .GroupBy(p => p.Currency!, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Sum(p => p.CostTotal!.Value))),
            ],
            [
                .. costed
                    .SelectMany(g => g.Unmatched)
                    .GroupBy(f => f.Currency, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Sum(f => f.Amount))),
            ],
            Provenance.Of(projects, known)
        )
        {
            Singled =
            [
                .. Views.Singled.Out(costed.GroupBy(g => g.Currency).Select(g => g.Select(gap => gap.Project))),
                .. Views.Singled.Out(projects.Where(p => p.CostTotal is not null).GroupBy(p => p.Currency)),
            ],
        };
    }

    private static GapLine LineOf(IGrouping<string, ProjectGap> gaps) =>
        new(
            gaps.Key,
            gaps.Count(),
            gaps.Sum(g => g.Cost),
            gaps.Sum(g => g.Committed),
            gaps.Sum(g => g.Disbursed),
            gaps.Sum(g => g.Gap),
            gaps.Sum(g => g.Pledged)
        );
}

/// <summary>One project's cost and funds in one currency.</summary>
public sealed record ProjectGap(
    RecoveryProject Project,
    string Currency,
    decimal Cost,
    decimal Committed,
    decimal Disbursed,
    decimal Pledged,
    IReadOnlyList<Funding> Unmatched
)
{
    public decimal Gap => Math.Max(0, Cost - Committed - Disbursed);

    /// <summary>Null for a project without a cost, or with one in a currency that no rate leads from.</summary>
    public static ProjectGap? Of(RecoveryProject project, IEnumerable<Funding> funding, Rates? rates)
    {
        var into = rates ?? (project.Currency is { } own ? new Rates(own, []) : null);
        if (into is null || project.CostTotal is not { } total || into.Convert(total, project.Currency) is not { } cost)
            return null;
        var all = funding.ToList();
        return new(
            project,
            into.Currency,
            cost,
            Sum(FundingState.Committed),
            Sum(FundingState.Disbursed),
            Sum(FundingState.Pledged),
            [.. all.Where(f => f.State != FundingState.Sought && into.Convert(f.Amount, f.Currency) is null)]
        );

        decimal Sum(FundingState state) =>
            all.Where(f => f.State == state).Sum(f => into.Convert(f.Amount, f.Currency) ?? 0);
    }
}
