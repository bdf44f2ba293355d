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
}
