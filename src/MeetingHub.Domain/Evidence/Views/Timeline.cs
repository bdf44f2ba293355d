using NodaTime;

namespace MeetingHub.Domain.Evidence.Views;

/// <summary>Projects that have a beginning, by beginning; <see cref="Undated"/> counts the others.</summary>
public sealed record Timeline(
    IReadOnlyList<RecoveryProject> Projects,
    LocalDate From,
    LocalDate To,
    int Undated,
    Provenance Provenance
)
{
    /// <summary>Null when no project has a beginning. A project without an end is drawn to the end of the picture.</summary>
    public static Timeline? Of(PublicRegisters registers, ProjectFilter filter, int most)
    {
        var projects = registers.Projects.Where(p => filter.Takes(p) && p.Status != ProjectStatus.Cancelled).ToList();
        var dated = projects
            .Where(p => p.Start is not null)
            .OrderBy(p => p.Priority ?? int.MaxValue)
            .ThenBy(p => p.Start)
            .Take(most)
            .OrderBy(p => p.Start)
            .ThenBy(p => p.Id, StringComparer.Ordinal)
            .ToList();
        if (dated.Count == 0)
            return null;
        var from = dated.Min(p => p.Start!.Value);
        var to = dated.Max(p => p.End ?? p.Start!.Value);
        return new(
            dated,
            new LocalDate(from.Year, 1, 1),
            new LocalDate(Math.Max(to.Year, from.Year) + 1, 1, 1),
            projects.Count(p => p.Start is null),
            Provenance.Of(dated, [])
        );
    }
}
