namespace MeetingHub.Domain.Evidence;

/// <summary>
/// All that a community has written down, restricted rows too: for its own people alone. Whatever leaves the house is made from
/// <see cref="PublicRegisters"/>.
/// </summary>
public sealed record Registers(
    IReadOnlyList<Damage> Damages,
    IReadOnlyList<RecoveryProject> Projects,
    IReadOnlyList<Funding> Funding
)
{
    public static readonly Registers Empty = new([], [], []);

    /// <summary>For the community's people who do not answer for it: without restricted rows, and without the funding of such projects.</summary>
    public Registers WithoutRestricted()
    {
        var projects = Projects.Where(p => p.Access != Access.Restricted).ToList();
        var known = projects.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. Damages.Where(d => d.Access != Access.Restricted)],
            projects,
            [.. Funding.Where(f => known.Contains(f.ProjectId))]
        );
    }
}
