using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Domain.Meetings;

/// <summary>
/// How both sides come to agree. <i>Agreed</i> means: both wordings are complete, and each side's named representative has
/// confirmed the same version, shown by its hash. Any edit drops both confirmations. It goes on after the meeting closed.
/// </summary>
public static class Agreeing
{
    public const int MostItems = 200;

    public static Decision Propose(Meeting meeting, Caller caller, Guid itemId, Wording wording)
    {
        if (CannotWord(meeting, caller) is { } refusal)
            return refusal;
        if (wording.Fault() is { } fault)
            return fault;
        if (meeting.Item(itemId) is not null)
            return Refusal.AlreadyExists;
        return meeting.Items.Count >= MostItems
            ? Refusal.TooManyActionItems
            : new ActionItemProposed(itemId, caller.Side!.Value, wording);
    }

    /// <summary>A new wording over the revision that the secretary saw; over an older one they are shown the difference.</summary>
    public static Decision Reword(Meeting meeting, Caller caller, Guid itemId, int basedOn, Wording wording)
    {
        if (CannotWord(meeting, caller) is { } refusal)
            return refusal;
        if (wording.Fault() is { } fault)
            return fault;
        if (meeting.Item(itemId) is not { } item)
            return Refusal.NotFound;
        if (item.HasEnded)
            return Refusal.AlreadyEnded;
        if (item.Wording == wording)
            return Decision.Of();
        return item.Revision != basedOn
            ? Refusal.ChangedMeanwhile
            : new ActionItemReworded(itemId, item.Revision + 1, caller.Side!.Value, wording);
    }

    /// <summary>
    /// A representative confirms what they read, named by its hash. When the other side has confirmed the same hash, the item
    /// is agreed in the same breath.
    /// </summary>
    public static Decision Confirm(Meeting meeting, Caller caller, Guid itemId, string hash)
    {
        if (NotRepresentative(meeting, caller, out var side) is { } refusal)
            return refusal;
        if (meeting.Item(itemId) is not { } item)
            return Refusal.NotFound;
        if (item.HasEnded)
            return Refusal.AlreadyEnded;
        if (item.Hash != hash)
            return Refusal.WordingChanged;
        if (!item.Wording.IsComplete(meeting.HostLanguage, meeting.PartnerLanguage))
            return Refusal.WordingIncomplete;
        if (item.Of(side) is not null)
            return Decision.Of();

        var confirmed = new ActionItemConfirmed(itemId, side, caller.SeatId!.Value, hash);
        return item.Of(side.Other())?.Hash == hash
            ? Decision.Of(confirmed, new ActionItemAgreed(itemId, hash))
            : confirmed;
    }

    /// <summary>A confirmation can be taken back until the other side has confirmed too; after that only an edit undoes it.</summary>
    public static Decision Withdraw(Meeting meeting, Caller caller, Guid itemId)
    {
        if (NotRepresentative(meeting, caller, out var side) is { } refusal)
            return refusal;
        if (meeting.Item(itemId) is not { } item)
            return Refusal.NotFound;
        if (item.Status != ActionStatus.Proposed)
            return Refusal.AlreadyAgreed;
        return item.Of(side) is null ? Decision.Of() : new ConfirmationWithdrawn(itemId, side);
    }

    public static Decision Start(Meeting meeting, Caller caller, Guid itemId) =>
        CannotFollowUp(meeting, caller, itemId, out var item) is { } refusal ? refusal
        : item.Status == ActionStatus.InProgress ? Decision.Of()
        : new ActionItemStarted(itemId);

    public static Decision Finish(Meeting meeting, Caller caller, Guid itemId, string? note)
    {
        if (CannotFollowUp(meeting, caller, itemId, out _) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(note))
            return Refusal.NoteMissing;
        return note.Length > Wording.LongestText ? Refusal.TextTooLong : new ActionItemDone(itemId, note.Trim());
    }

    /// <summary>Dropped by both: the first side's wish is noted, the second side's drops the item.</summary>
    public static Decision Drop(Meeting meeting, Caller caller, Guid itemId)
    {
        if (CannotWord(meeting, caller) is { } refusal)
            return refusal;
        if (meeting.Item(itemId) is not { } item)
            return Refusal.NotFound;
        var side = caller.Side!.Value;
        if (item.HasEnded)
            return item.Status == ActionStatus.Dropped ? Decision.Of() : Refusal.AlreadyEnded;
        if (item.WouldDrop(side))
            return Decision.Of();
        return item.WouldDrop(side.Other())
            ? Decision.Of(new DropAsked(itemId, side), new ActionItemDropped(itemId))
            : new DropAsked(itemId, side);
    }

    public static Decision KeepAfterAll(Meeting meeting, Caller caller, Guid itemId)
    {
        if (CannotWord(meeting, caller) is { } refusal)
            return refusal;
        if (meeting.Item(itemId) is not { } item)
            return Refusal.NotFound;
        if (item.HasEnded)
            return Refusal.AlreadyEnded;
        return item.WouldDrop(caller.Side!.Value) ? new DropAskWithdrawn(itemId, caller.Side.Value) : Decision.Of();
    }

    public static Decision Annotate(Meeting meeting, Caller caller, RecordAnnotated note)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (string.IsNullOrWhiteSpace(note.Text))
            return Refusal.TextEmpty;
        if (note.Text.Length > Wording.LongestText || note.Section.Length > 60)
            return Refusal.TextTooLong;
        return Language.IsKnown(note.Language) ? note with { Side = caller.Side!.Value } : Refusal.LanguageUnknown;
    }

    private static Refusal? CannotWord(Meeting meeting, Caller caller) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
        : null;

    // The side comes from the seat, not from the caller: a representative need have no community account at all.
    private static Refusal? NotRepresentative(Meeting meeting, Caller caller, out Side side)
    {
        side = default;
        if (caller.SeatId is not { } id || !meeting.Seats.TryGetValue(id, out var seat))
            return Refusal.NotAllowed;
        side = seat.Side;
        return meeting.RepresentativeOf(seat.Side) != id ? Refusal.NotRepresentative
            : meeting.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
            : null;
    }

    private static Refusal? CannotFollowUp(Meeting meeting, Caller caller, Guid itemId, out ActionItem item)
    {
        item = null!;
        if (CannotWord(meeting, caller) is { } refusal)
            return refusal;
        if (meeting.Item(itemId) is not { } found)
            return Refusal.NotFound;
        item = found;
        return found.HasEnded ? Refusal.AlreadyEnded
            : found.Status == ActionStatus.Proposed ? Refusal.NotAgreedYet
            : null;
    }
}
