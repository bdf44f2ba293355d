using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// One meeting in a calendar to which somebody subscribed. The fields mean what they mean in
/// <see cref="InvitationCard"/>; a cancelled meeting stays in the feed so that clients which kept it strike it out.
/// </summary>
public sealed record FeedEntry(
    Guid MeetingId,
    int Sequence,
    Instant Stamp,
    bool IsCancelled,
    Instant Start,
    Duration Length,
    string ZoneId,
    string Summary,
    string Description,
    string Location,
    Uri Link,
    RecurrenceId? Instance = null
);
