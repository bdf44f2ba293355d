using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// When a meeting is, as its calendar event says it: in the meeting's zone, or in UTC when the zone cannot say it.
/// In the hour that autumn repeats, a local time means its first pass (RFC 5545 section 3.3.5), yet to ical.js, and so to
/// Thunderbird, its second: either way somebody would come an hour early or late.
/// </summary>
/// <param name="Start">First instant, to the second.</param>
/// <param name="End">First instant after the meeting.</param>
/// <param name="ZoneId">The zone to write it in, spelt as we send it; null for UTC.</param>
public sealed record ZonedSpan(Instant Start, Instant End, string? ZoneId)
{
    internal static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );

    public static ZonedSpan Of(Instant start, Duration length, string zoneId)
    {
        if (length <= Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(length), "A meeting lasts some time.");

        var id = ZoneSpelling.Of(zoneId);
        var zone = DateTimeZoneProviders.Tzdb[id];
        var end = start + length;
        var plain = !ZoneSpelling.IsUtc(id) && IsOrdinary(start, zone) && IsOrdinary(end, zone);
        return new ZonedSpan(start, end, plain ? id : null);
    }

    public void Write(IcsWriter ics)
    {
        Write(ics, "DTSTART", Start);
        Write(ics, "DTEND", End);
    }

    private static bool IsOrdinary(Instant instant, DateTimeZone zone) =>
        zone.MapLocal(instant.InZone(zone).LocalDateTime).Count == 1;

    private void Write(IcsWriter ics, string name, Instant instant)
    {
        if (ZoneId is null)
            ics.At(name, instant);
        else
            ics.Value(
                name,
                LocalPattern.Format(instant.InZone(DateTimeZoneProviders.Tzdb[ZoneId]).LocalDateTime),
                new IcsParameter("TZID", ZoneId)
            );
    }
}
