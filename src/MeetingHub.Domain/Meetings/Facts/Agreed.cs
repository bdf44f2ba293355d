namespace MeetingHub.Domain.Meetings.Facts;

public sealed record ActionItemProposed(Guid ItemId, Side By, Wording Wording) : MeetingEvent
{
    /// <summary>Told along, so that a client need not compute what it confirms.</summary>
    public string Hash => Wording.Hash();
}

/// <summary>Worded anew as this revision. Whatever either side had confirmed before no longer counts.</summary>
public sealed record ActionItemReworded(Guid ItemId, int Revision, Side By, Wording Wording) : MeetingEvent
{
    public string Hash => Wording.Hash();
}

public sealed record ActionItemConfirmed(Guid ItemId, Side Side, Guid SeatId, string Hash) : MeetingEvent;

public sealed record ConfirmationWithdrawn(Guid ItemId, Side Side) : MeetingEvent;

/// <summary>Both representatives confirmed the same wording, named here by its hash.</summary>
public sealed record ActionItemAgreed(Guid ItemId, string Hash) : MeetingEvent;

public sealed record ActionItemStarted(Guid ItemId) : MeetingEvent;

public sealed record ActionItemDone(Guid ItemId, string Note) : MeetingEvent;

/// <summary>One side would drop the item; it is dropped only when the other says so too.</summary>
public sealed record DropAsked(Guid ItemId, Side Side) : MeetingEvent;

public sealed record DropAskWithdrawn(Guid ItemId, Side Side) : MeetingEvent;

public sealed record ActionItemDropped(Guid ItemId) : MeetingEvent;

/// <summary>A secretary's remark on the draft record, beside the part that it speaks of.</summary>
public sealed record RecordAnnotated(Guid NoteId, string Section, Side Side, string Language, string Text)
    : MeetingEvent;
