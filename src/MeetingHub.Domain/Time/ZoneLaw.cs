using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>What a change of a zone's rules does to a time that was agreed as local time (Vancouver and others in 2026).</summary>
public static class ZoneLaw
{
    /// <summary>
    /// The instant that the intended local time now means; the agreed one where it still is a reading of it. Null where the
    /// hour is skipped or doubled and neither reading is the agreed instant, and for a zone that there no longer is: a person
    /// must say what is meant.
    /// </summary>
    public static Instant? Start(LocalDateTime local, string zone, Instant agreed, IDateTimeZoneProvider zones)
    {
        if (zones.GetZoneOrNull(LocalSlot.Canonical(zone)) is not { } now)
            return null;
        if (agreed.InZone(now).LocalDateTime == local)
            return agreed;
        var mapping = now.MapLocal(local);
        return mapping.Count == 1 ? mapping.Single().ToInstant() : null;
    }
}
