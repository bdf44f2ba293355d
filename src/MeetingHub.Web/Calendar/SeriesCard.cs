using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>One person's invitation to a series of meetings, or the cancellation of all that are left.</summary>
/// <param name="Master">
/// What the meetings have in common; its start is the rule's first. Its SEQUENCE and DTSTAMP are the series' own.
/// </param>
/// <param name="Cancelled">Meetings that are not held, by the local start that the rule gives them.</param>
/// <param name="Moved">Meetings that are held at another time or changed otherwise, each with its own place in the series.</param>
public sealed record SeriesCard(
    InvitationCard Master,
    Recurrence Rule,
    IReadOnlyList<LocalDateTime> Cancelled,
    IReadOnlyList<InvitationCard> Moved
);
