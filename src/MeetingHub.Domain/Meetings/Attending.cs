using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>Answering an invitation, coming in, being let in and being shown out; opening, pausing and closing.</summary>
public static class Attending
{
    public const int LongestNote = 1000;

    /// <summary>
    /// Whether the caller may act in a seat now: it exists, was not removed, and the link that they came through (if any)
    /// is neither revoked nor expired. Asked on every call, so that a revoked link stops at once.
    /// </summary>
    public static Refusal? CannotSit(Meeting meeting, Caller caller, Instant now)
    {
        if (caller.SeatId is not { } id || !meeting.Seats.TryGetValue(id, out var seat))
            return Refusal.NotAllowed;
        if (caller.LinkId is { } linkId)
        {
            if (!meeting.Links.TryGetValue(linkId, out var link) || link.SeatId != id)
                return Refusal.LinkInvalid;
            if (link.IsRevoked)
                return Refusal.LinkRevoked;
            if (link.Expires <= now)
                return Refusal.LinkExpired;
        }

        return seat.IsRemoved ? Refusal.SeatRemoved : null;
    }

    /// <summary>Asked to the meeting or preparing it: told what its people are told, and not merely their communities.</summary>
    public static bool IsAt(Meeting meeting, Caller caller, Instant now) =>
        caller.Steers || CannotSit(meeting, caller, now) is null;

    /// <summary>May the caller see the room: seated and, where there is a lobby, admitted.</summary>
    public static Refusal? CannotEnter(Meeting meeting, Caller caller, Instant now) =>
        CannotSit(meeting, caller, now)
        ?? (meeting.Status is MeetingStatus.Cancelled ? (Refusal?)Refusal.MeetingCancelled : null)
        ?? (meeting.IsAdmitted(meeting.Seats[caller.SeatId!.Value]) ? (Refusal?)null : Refusal.NotAdmitted);

    /// <summary>An answer from a page or, with a <paramref name="mark"/>, from a calendar by mail.</summary>
    public static Decision Reply(
        Meeting meeting,
        Caller caller,
        Answer answer,
        string? note,
        Instant now,
        ReplyMark? mark = null
    )
    {
        if (CannotReply(meeting, caller, now) is { } refusal)
            return refusal;
        if (note is { Length: > LongestNote })
            return Refusal.TextTooLong;
        if (mark?.IsStale(meeting) == true)
            return Refusal.ReplyStale;
        var seat = meeting.Seats[caller.SeatId!.Value];
        if (mark?.IsOvertaken(seat) == true)
            return Decision.Of();
        // R7: the same reply again has no effect. One made later is kept, or an older one that comes last would win.
        var stamp = mark?.StampBy(now);
        return seat.Answer == answer && seat.AnswerNote == note && seat.Proposed is null && !(stamp > seat.StampedAt)
            ? Decision.Of()
            : new InvitationAnswered(seat.Id, answer, note, stamp);
    }

    /// <summary>R6: a proposal of another time is noted for the secretaries and changes nothing by itself.</summary>
    public static Decision ProposeTime(
        Meeting meeting,
        Caller caller,
        ProposedTime time,
        Instant now,
        ReplyMark? mark = null
    )
    {
        if (CannotReply(meeting, caller, now) is { } refusal)
            return refusal;
        if (time.Note is { Length: > LongestNote })
            return Refusal.TextTooLong;
        if (!LocalSlot.IsZone(time.Zone))
            return Refusal.ZoneUnknown;
        if (time.Start < now)
            return Refusal.StartInThePast;
        if (mark?.IsStale(meeting) == true)
            return Refusal.ReplyStale;
        var seat = meeting.Seats[caller.SeatId!.Value];
        return mark?.IsOvertaken(seat) == true || seat.Proposed == time
            ? Decision.Of()
            : new TimeProposed(seat.Id, time, mark?.StampBy(now));
    }

    public static Decision ChooseLanguage(Meeting meeting, Caller caller, string language, Instant now)
    {
        if (CannotSit(meeting, caller, now) is { } refusal)
            return refusal;
        if (!Language.IsKnown(language))
            return Refusal.LanguageUnknown;
        return meeting.Seats[caller.SeatId!.Value].Language == language
            ? Decision.Of()
            : new LanguageChosen(caller.SeatId.Value, language);
    }

    /// <summary>A secretary of either community sits down without being asked.</summary>
    public static Decision TakeSeat(Meeting meeting, Caller caller, Guid seatId, SeatRole role, string language)
    {
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (!caller.Steers || caller.Side is not { } side)
            return Refusal.NotAllowed;
        return caller.SeatId is { } id && !meeting.Seats[id].IsRemoved
            ? Decision.Of()
            : new PersonInvited(caller.SeatId ?? seatId, caller.PersonId, side, role, true, language, true, side);
    }

    public static Decision Admit(Meeting meeting, Caller caller, IReadOnlyList<Guid> seatIds)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (seatIds.Any(id => !meeting.Seats.ContainsKey(id)))
            return Refusal.NotFound;
        var waiting = seatIds
            .Where(id => meeting.Seats[id] is { IsAdmitted: false } or { IsRemoved: true })
            .Distinct()
            .ToArray();
        return waiting.Length == 0 ? Decision.Of() : new GuestsAdmitted([.. waiting]);
    }

    /// <summary>A secretary can show anyone out but the other side's secretaries and representative: both own the meeting.</summary>
    public static Decision Remove(Meeting meeting, Caller caller, Guid seatId)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (!meeting.Seats.TryGetValue(seatId, out var seat))
            return Refusal.NotFound;
        if (IsTheOtherSidesOwn(meeting, caller, seat))
            return Refusal.NotAllowed;
        return seat.IsRemoved ? Decision.Of() : Leaving(meeting, new SeatRemoved(seatId), seatId);
    }

    /// <summary>The other side's secretaries and representative: no way out of the meeting for them but their own side's.</summary>
    internal static bool IsTheOtherSidesOwn(Meeting meeting, Caller caller, Seat seat) =>
        seat.Side != caller.Side && (seat.Role == SeatRole.Secretary || meeting.RepresentativeOf(seat.Side) == seat.Id);

    /// <summary>Whoever leaves for good leaves the slides too, or nobody could take them until the lease runs out.</summary>
    internal static Decision Leaving(Meeting meeting, MeetingEvent fact, Guid seatId) =>
        meeting.SlidesHeldBy == seatId ? Decision.Of(fact, new SlidesReleased(meeting.Fence)) : fact;

    public static Decision Open(Meeting meeting, Caller caller) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
        : meeting.IsLive ? Decision.Of()
        : new MeetingOpened();

    /// <summary>
    /// Anyone who steers or drives the slides may pause: in an alert nobody should look for a secretary. An alert overrides
    /// a recess, so that the way to the shelter is shown; nothing but the resumption overrides an alert.
    /// </summary>
    public static Decision Pause(Meeting meeting, Caller caller, PauseReason reason) =>
        !caller.Steers && (caller.SeatId is null || meeting.SlidesHeldBy != caller.SeatId) ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Paused ? Upgraded(meeting, reason)
        : meeting.Status is not MeetingStatus.Open ? Refusal.MeetingNotOpen
        : new MeetingPaused(reason);

    private static Decision Upgraded(Meeting meeting, PauseReason reason) =>
        reason == PauseReason.AirRaidAlert && meeting.PausedFor != reason ? new MeetingPaused(reason) : Decision.Of();

    public static Decision Resume(Meeting meeting, Caller caller) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Open ? Decision.Of()
        : meeting.Status is not MeetingStatus.Paused ? Refusal.MeetingNotPaused
        : new MeetingResumed();

    public static Decision Close(Meeting meeting, Caller caller) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Closed ? Decision.Of()
        : !meeting.IsLive ? Refusal.MeetingNotOpen
        : new MeetingClosed();

    public static Decision OpenAgendaItem(Meeting meeting, Caller caller, Guid itemId)
    {
        if (!caller.Steers && (caller.SeatId is null || meeting.SlidesHeldBy != caller.SeatId))
            return Refusal.NotAllowed;
        if (!meeting.IsLive)
            return Refusal.MeetingNotOpen;
        if (meeting.Plan.Agenda.All(a => a.Id != itemId))
            return Refusal.NotFound;
        return meeting.CurrentAgendaItem == itemId ? Decision.Of() : new AgendaItemOpened(itemId);
    }

    /// <summary>What the recorder saw of connections, as one fact; seats already noted so are left out.</summary>
    public static Decision NoteAttendance(Meeting meeting, IEnumerable<Guid> arrived, IEnumerable<Guid> left)
    {
        var came = arrived
            .Where(s => meeting.Seats.ContainsKey(s) && !meeting.Present.Contains(s))
            .Distinct()
            .ToArray();
        var went = left.Where(meeting.Present.Contains).Distinct().ToArray();
        return came.Length + went.Length == 0 ? Decision.Of() : new AttendanceNoted([.. came], [.. went]);
    }

    private static Refusal? CannotReply(Meeting meeting, Caller caller, Instant now) =>
        CannotSit(meeting, caller, now)
        ?? (
            meeting.Status switch
            {
                MeetingStatus.Cancelled => Refusal.MeetingCancelled,
                MeetingStatus.Closed => Refusal.MeetingClosed,
                _ => (Refusal?)null,
            }
        );
}
