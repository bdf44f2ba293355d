namespace MeetingHub.Domain.Evidence;

/// <summary>What the columns of a register cannot say stays as it was: a project's place comes from OC4IDS or DREAM alone.</summary>
public static class Unsaid
{
    public static IEntry Kept(IEntry asked, IEntry? before) =>
        (asked, before) is (RecoveryProject { Point: null } project, RecoveryProject { Point: { } point })
            ? project with
            {
                Point = point,
            }
            : asked;

    /// <summary>
    /// A row that says nothing of who may learn of it asks for nothing: a file without that column must not ask that all that
    /// is guarded be shown.
    /// </summary>
    public static IEntry AccessKept(IEntry asked, IEntry before) =>
        asked.With(before.Access, asked.ReleaseAfter ?? before.ReleaseAfter);
}
