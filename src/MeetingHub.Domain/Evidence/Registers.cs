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
        var damages = Damages.Where(d => d.Access != Access.Restricted).ToList();
        var named = damages.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var projects = Projects
            .Where(p => p.Access != Access.Restricted)
            .Select(p => p with { DamageIds = [.. p.DamageIds.Where(named.Contains)] })
            .ToList();
        var known = projects.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return new(damages, projects, [.. Funding.Where(f => known.Contains(f.ProjectId))]);
    }
}
