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
}
