namespace MeetingHub.Domain.Evidence;

/// <summary>
/// Who may learn of a row. What an enemy could aim at is guarded here: see <see cref="Exposure"/>.
/// </summary>
public enum Access
{
    /// <summary>May be shown to everyone, from its release date on.</summary>
    Open,

    /// <summary>Counted in sums over at least <see cref="Exposure.LeastCounted"/> such rows of a sector; never shown by itself.</summary>
    Limited,

    /// <summary>In no byte that leaves the community: no slide, no export, no sum.</summary>
    Restricted,
}
