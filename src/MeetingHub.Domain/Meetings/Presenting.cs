using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>
/// Who drives the slides and which one is shown. The driver holds a lease with a fence: every taking raises it, and a
/// command that names an older fence comes from a device that lost the slides and is refused
/// (the fencing token of Kleppmann, "How to do distributed locking", 2016).
/// </summary>
public static class Presenting
{
    /// <summary>How long a driver may be unseen before a co-presenter may take over.</summary>
    public static readonly Duration LeaseTerm = Duration.FromSeconds(5);

    public static bool MayPresent(Meeting meeting, Caller caller) =>
        caller.SeatId is { } id
        && meeting.Seats.TryGetValue(id, out var seat)
        && !seat.IsRemoved
        && seat.Role != SeatRole.Chamber
        && (seat.MayPresent || seat.Role is SeatRole.Head or SeatRole.Secretary);

    /// <summary>A deck is put on the table by a secretary or by someone who may present. An empty one is refused.</summary>
    public static Decision PlaceDeck(Meeting meeting, Caller caller, DeckPlaced deck)
    {
        if (!caller.Steers && !MayPresent(meeting, caller))
            return Refusal.NotAllowed;
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (deck.Slides.Count == 0)
            return Refusal.NoDeck;
        if (IsOnTable(meeting, deck.DeckId, deck.Version))
            return Decision.Of();
        // Another deck may show another slide, and in a pause none moves.
        return meeting.Status is MeetingStatus.Paused ? Refusal.MeetingPaused : deck;
    }

    /// <summary>
    /// A community takes a version back wherever it lies, in whatever state the meeting is. Whose deck it is was asked where the
    /// version was withdrawn; a table with anything else on it stays as it is.
    /// </summary>
    public static Decision WithdrawDeck(Meeting meeting, Guid deckId, string version) =>
        IsOnTable(meeting, deckId, version) ? new DeckWithdrawn(deckId, version) : Decision.Of();

    /// <summary>
    /// Takes the slides when nobody holds them or when the holder was last seen longer ago than <see cref="LeaseTerm"/>.
    /// <paramref name="holderSeen"/> comes from the server's own connections; while the holder is connected it is now.
    /// </summary>
    public static Decision TakeSlides(Meeting meeting, Caller caller, Instant holderSeen, Instant now)
    {
        if (!MayPresent(meeting, caller))
            return Refusal.NotAllowed;
        if (meeting.Status is MeetingStatus.Closed)
            return Refusal.MeetingClosed;
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (meeting.SlidesHeldBy == caller.SeatId)
            return Decision.Of();
        if (meeting.SlidesHeldBy is not null && now - holderSeen < LeaseTerm)
            return Refusal.SlidesHeldByAnother;
        return new SlidesTaken(caller.SeatId!.Value, meeting.Fence + 1);
    }

    public static Decision HandOver(Meeting meeting, Caller caller, long fence, Guid toSeat)
    {
        if (Lost(meeting, caller, fence) is { } refusal)
            return refusal;
        if (!meeting.Seats.TryGetValue(toSeat, out var seat))
            return Refusal.NotFound;
        return MayPresent(meeting, new Caller(seat.PersonId, seat.Id, seat.Side, false))
            ? new SlidesTaken(toSeat, meeting.Fence + 1)
            : Refusal.NotAllowed;
    }

    public static Decision Release(Meeting meeting, Caller caller, long fence) =>
        Lost(meeting, caller, fence) is { } refusal ? refusal : new SlidesReleased(fence);

    /// <summary>
    /// Shows a slide of the deck on the table, at a step between 0 and the slide's last. Before the opening the first slide
    /// may be set up; in a pause the room is frozen.
    /// </summary>
    public static Decision ShowSlide(Meeting meeting, Caller caller, long fence, string slideId, int step)
    {
        if (Lost(meeting, caller, fence) is { } refusal)
            return refusal;
        if (meeting.Status is MeetingStatus.Paused)
            return Refusal.MeetingPaused;
        if (meeting.Status is MeetingStatus.Closed)
            return Refusal.MeetingClosed;
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (meeting.Deck is not { } deck || meeting.IsDeckWithdrawn)
            return Refusal.NoDeck;
        if (deck.Slides.FirstOrDefault(s => s.Id == slideId) is not { } slide || step < 0 || step > slide.Steps)
            return Refusal.SlideUnknown;
        return meeting.SlideId == slideId && meeting.Step == step
            ? Decision.Of()
            : new SlideShown(deck.Version, slideId, step);
    }

    private static bool IsOnTable(Meeting meeting, Guid deckId, string version) =>
        meeting is { Deck: { } deck, IsDeckWithdrawn: false } && deck.DeckId == deckId && deck.Version == version;

    private static Refusal? Lost(Meeting meeting, Caller caller, long fence) =>
        !MayPresent(meeting, caller) ? Refusal.NotAllowed
        : meeting.SlidesHeldBy != caller.SeatId ? (fence == 0 ? Refusal.NotPresenting : Refusal.LeaseLost)
        : meeting.Fence != fence ? Refusal.LeaseLost
        : null;
}
