using NodaTime;

namespace MeetingHub.Web.Scheduling.ZoneLaw;

/// <summary>
/// What the clocks of a zone that matters to a meeting were to show at its start, and by which version of the zone database.
/// Without it nobody could tell that a new version moved the meeting for somebody.
/// </summary>
public sealed class ZoneReading
{
    public required Guid MeetingId { get; init; }
    public required string Zone { get; init; }
    public required LocalDateTime Local { get; set; }
    public required string TzVersion { get; set; }
}
