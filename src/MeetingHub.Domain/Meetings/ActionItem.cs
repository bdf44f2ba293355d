using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>How far an action item has come. <see cref="Proposed"/> covers everything up to both confirmations.</summary>
public enum ActionStatus
{
    Proposed,
    Agreed,
    InProgress,
    Done,
    Dropped,
}

/// <summary>One side's confirmation: by which seat, of which wording, when.</summary>
public sealed record Confirmation(Guid SeatId, string Hash, Instant At);

/// <summary>
/// Who does what by when. <see cref="Revision"/> rises with each wording; <see cref="Hash"/> is the wording's own. An item
/// becomes agreed only when each side's representative has confirmed the same hash.
/// </summary>
public sealed record ActionItem(Guid Id, Side ProposedBy, int Revision, Wording Wording, string Hash)
{
    public ActionStatus Status { get; init; }
    public Confirmation? Host { get; init; }
    public Confirmation? Partner { get; init; }
    public Instant? AgreedAt { get; init; }
    public string? DoneNote { get; init; }
    public bool HostWouldDrop { get; init; }
    public bool PartnerWouldDrop { get; init; }

    public bool HasEnded => Status is ActionStatus.Done or ActionStatus.Dropped;

    public Confirmation? Of(Side side) => side == Side.Host ? Host : Partner;

    public bool WouldDrop(Side side) => side == Side.Host ? HostWouldDrop : PartnerWouldDrop;

    public ActionItem With(Side side, Confirmation? confirmation) =>
        side == Side.Host ? this with { Host = confirmation } : this with { Partner = confirmation };

    public ActionItem WithDrop(Side side, bool wanted) =>
        side == Side.Host ? this with { HostWouldDrop = wanted } : this with { PartnerWouldDrop = wanted };

    /// <summary>Overdue: agreed or under way, and its due date lies before today where its owner lives.</summary>
    public bool IsOverdue(LocalDate today) =>
        Status is ActionStatus.Agreed or ActionStatus.InProgress && Wording.Due is { } due && due < today;
}
