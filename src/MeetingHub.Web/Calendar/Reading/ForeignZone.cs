using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>A zone that somebody else named.</summary>
/// <param name="Zone">The rules it stands for.</param>
/// <param name="IsGuess">
/// Nothing but an offset, or nothing at all, is known of it: its times may be an hour off, so busy time is widened.
/// </param>
internal sealed record ForeignZone(DateTimeZone Zone, bool IsGuess = false)
{
    /// <summary>A skipped hour is read on the clock before the change, a doubled one in its first pass (RFC 5545 section 3.3.5).</summary>
    public Instant InstantOf(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();
}
