namespace MeetingHub.Domain.Meetings;

/// <summary>
/// The two delegations of a meeting. The host is the community whose secretariat scheduled it; both secretariats own the
/// meeting alike afterwards, so nothing may be allowed to one side only because it is the host.
/// </summary>
public enum Side
{
    Host,
    Partner,
}

public static class Sides
{
    public static IReadOnlyList<Side> Both { get; } = [Side.Host, Side.Partner];

    public static Side Other(this Side side) => side == Side.Host ? Side.Partner : Side.Host;
}
