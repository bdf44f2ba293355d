using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>A fact with its place in the log: numbers start at 1 and have no gaps. <see cref="By"/> is a person's id.</summary>
public sealed record Recorded(long Seq, Instant At, Guid? By, MeetingEvent Fact);
