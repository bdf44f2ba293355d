namespace MeetingHub.Domain.Evidence.Views;

/// <summary>Which projects a figure tells of; an empty list means all.</summary>
public sealed record ProjectFilter(IReadOnlyList<Sector> Sectors, IReadOnlyList<ProjectStatus> Statuses)
{
    public static readonly ProjectFilter All = new([], []);

    public bool Takes(RecoveryProject project) =>
        (Sectors.Count == 0 || (project.Sector is { } sector && Sectors.Contains(sector)))
        && (Statuses.Count == 0 || (project.Status is { } status && Statuses.Contains(status)));
}
