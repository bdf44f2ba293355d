namespace MeetingHub.Domain.Evidence.Views;

/// <summary>A project with its gap, where it has a cost.</summary>
public sealed record ProjectLine(RecoveryProject Project, ProjectGap? Gap);

/// <summary>The projects to speak of first: by priority (1 first, none last), then by cost within a currency.</summary>
public sealed record TopProjects(IReadOnlyList<ProjectLine> Lines, int Others, Provenance Provenance)
{
    public static TopProjects Of(PublicRegisters registers, ProjectFilter filter, int most)
    {
        var funding = registers.Funding.ToLookup(f => f.ProjectId, StringComparer.Ordinal);
        var projects = registers
            .Projects.Where(p => filter.Takes(p) && p.Status != ProjectStatus.Cancelled)
            .OrderBy(p => p.Priority ?? int.MaxValue)
            .ThenBy(p => p.Currency, StringComparer.Ordinal)
            .ThenByDescending(p => p.CostTotal ?? 0)
            .ThenBy(p => p.Id, StringComparer.Ordinal)
            .ToList();
        var first = projects.Take(most).ToList();
        return new(
            [.. first.Select(p => new ProjectLine(p, ProjectGap.Of(p, funding[p.Id], null)))],
            projects.Count - first.Count,
            Provenance.Of(first, [.. first.SelectMany(p => funding[p.Id])])
        );
    }
}
