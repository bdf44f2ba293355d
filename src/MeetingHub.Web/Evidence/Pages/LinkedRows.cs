using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Pages;

/// <summary>What belongs to a row: the projects that mend a damage, the damages and the funding of a project.</summary>
internal static class LinkedRows
{
    private const int Most = 50;

    public static List<IEntry> Of(Registers all, IEntry entry) =>
        [
            .. (
                entry switch
                {
                    Damage damage => all.Projects.Where(p => p.DamageIds.Contains(damage.Id)),
                    RecoveryProject project => Of(all, project),
                    Funding funding => all.Projects.Where(p => p.Id == funding.ProjectId),
                    _ => [],
                }
            ).Take(Most),
        ];

    private static IEnumerable<IEntry> Of(Registers all, RecoveryProject project) =>
        [
            .. all.Damages.Where(d => project.DamageIds.Contains(d.Id)),
            .. all.Funding.Where(f => f.ProjectId == project.Id),
        ];
}
