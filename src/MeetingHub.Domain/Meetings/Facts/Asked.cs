namespace MeetingHub.Domain.Meetings.Facts;

public sealed record QuestionAsked(Guid QuestionId, Guid SeatId, Side Side, string Language, string Text)
    : MeetingEvent;

public sealed record QuestionUpvoted(Guid QuestionId, Guid SeatId) : MeetingEvent;

public sealed record UpvoteWithdrawn(Guid QuestionId, Guid SeatId) : MeetingEvent;

/// <summary>Answered aloud; the note, if any, is what the record will say.</summary>
public sealed record QuestionAnswered(Guid QuestionId, string? Note, string Language) : MeetingEvent;

/// <summary>A secretary marked it answered by mistake, and took that back.</summary>
public sealed record QuestionReopened(Guid QuestionId) : MeetingEvent;
