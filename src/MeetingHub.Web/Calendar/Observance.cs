using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// One STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 section 3.6.5): from <paramref name="Onset"/>, read on the
/// clock as it stood before (<paramref name="OffsetBefore"/>), the clock is at <paramref name="Offset"/>.
/// </summary>
/// <param name="IsDaylight">Whether clients show it as summer time.</param>
/// <param name="Onset">First local time of the change, on the clock before it.</param>
/// <param name="OffsetBefore">Offset from UTC before the change.</param>
/// <param name="Offset">Offset from UTC after the change.</param>
/// <param name="Name">Abbreviation, such as EEST.</param>
/// <param name="Rule">The yearly RRULE by which it comes again, or null when it happens once.</param>
public sealed record Observance(
    bool IsDaylight,
    LocalDateTime Onset,
    Offset OffsetBefore,
    Offset Offset,
    string Name,
    string? Rule
)
{
    /// <summary>The instant of the change.</summary>
    public Instant Start => Onset.WithOffset(OffsetBefore).ToInstant();
}
