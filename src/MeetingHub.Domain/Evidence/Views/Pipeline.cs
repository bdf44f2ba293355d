namespace MeetingHub.Domain.Evidence.Views;

/// <summary>Projects at one stage of OC4IDS (null where none is given), with the words that DREAM has for them.</summary>
public sealed record StageLine(ProjectStatus? Stage, int Projects, IReadOnlyList<string> DreamWords);

/// <summary>How far the projects are, in the order of their life; stages without a project are left out.</summary>
public sealed record Pipeline(IReadOnlyList<StageLine> Lines, Provenance Provenance)
{
    /// <summary>Projects that are alone at their stage.</summary>
    public required IReadOnlyList<IEntry> Singled { get; init; }

    public static Pipeline Of(PublicRegisters registers, ProjectFilter filter)
    {
        var projects = registers.Projects.Where(filter.Takes).ToList();
        return new(
            [
                .. projects
                    .GroupBy(p => p.Status)
                    .OrderBy(g => g.Key is null)
                    .ThenBy(g => g.Key)
                    .Select(g => new StageLine(g.Key, g.Count(), Words(g))),
            ],
            Provenance.Of(projects, [])
        )
        {
            Singled = [.. Views.Singled.Out(projects.GroupBy(p => p.Status))],
        };
    }

    private static IReadOnlyList<string> Words(IEnumerable<RecoveryProject> projects) =>
        [
            .. projects
                .Select(p => string.Join(" / ", new[] { p.DreamStatus, p.DreamStatusDetails }.OfType<string>()))
                .Where(w => w.Length > 0)
                .GroupBy(w => w, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];
}
