namespace MeetingHub.Domain.Meetings.Facts;

public sealed record MeetingOpened : MeetingEvent;

public sealed record MeetingPaused(PauseReason Reason) : MeetingEvent;

public sealed record MeetingResumed : MeetingEvent;

public sealed record MeetingClosed : MeetingEvent;

public sealed record AgendaItemOpened(Guid AgendaItemId) : MeetingEvent;

public sealed record GuestsAdmitted(EquatableList<Guid> SeatIds) : MeetingEvent;

public sealed record SeatRemoved(Guid SeatId) : MeetingEvent;

/// <summary>A guest said which language they read in; the seat's own choice, not the secretary's.</summary>
public sealed record LanguageChosen(Guid SeatId, string Language) : MeetingEvent;

/// <summary>
/// Who came and who went since the last note. One fact for many people: a thousand phones that join at once must not
/// become a thousand facts, each told to a thousand phones.
/// </summary>
public sealed record AttendanceNoted(EquatableList<Guid> Arrived, EquatableList<Guid> Left) : MeetingEvent;
