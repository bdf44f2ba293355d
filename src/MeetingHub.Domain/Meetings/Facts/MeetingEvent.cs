namespace MeetingHub.Domain.Meetings.Facts;

/// <summary>
/// A fact in a meeting's log, in the past tense. It holds ids, never names, so that a person can be erased and the log
/// still stands. A published fact's shape may gain optional members and must never lose or rename one.
/// </summary>
public abstract record MeetingEvent;
