using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// When a meeting is, as its calendar event says it: in the meeting's zone, or in UTC when the zone cannot say it.
/// In the hour that autumn repeats, a local time means its first pass (RFC 5545 section 3.3.5); a meeting in the second
/// would be shown an hour early.
/// </summary>
/// <param name="Start">First instant, to the second.</param>
/// <param name="End">First instant after the meeting.</param>
/// <param name="ZoneId">The zone to write it in, spelt as we send it; null for UTC.</param>
public sealed record ZonedSpan(Instant Start, Instant End, string? ZoneId)
{
    internal static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );

    private static readonly ZoneLocalMappingResolver FirstPass = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ThrowWhenSkipped
    );

    public static ZonedSpan Of(Instant start, Duration length, string zoneId)
    {
        if (length <= Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(length), "A meeting lasts some time.");

        var id = ZoneSpelling.Of(zoneId);
        var zone = DateTimeZoneProviders.Tzdb[id];
        var end = start + length;
        var plain = !ZoneSpelling.IsUtc(id) && IsFirstPass(start, zone) && IsFirstPass(end, zone);
        return new ZonedSpan(start, end, plain ? id : null);
    }

    public void Write(IcsWriter ics)
    {
        Write(ics, "DTSTART", Start);
        Write(ics, "DTEND", End);
    }

    /// <summary>The instant that calendars read out of a series' local start (RFC 5545, 3.3.5).</summary>
    internal static Instant InstantOf(SeriesInstance instance) =>
        DateTimeZoneProviders
            .Tzdb[ZoneSpelling.Of(instance.ZoneId)]
            .ResolveLocal(
                instance.Original,
                Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted)
            )
            .ToInstant();

    /// <summary>A local time of a zone as a calendar says it; of UTC itself with a Z.</summary>
    internal static void WriteLocal(IcsWriter ics, string name, LocalDateTime local, string zoneId)
    {
        var id = ZoneSpelling.Of(zoneId);
        if (ZoneSpelling.IsUtc(id))
            ics.At(name, local.InUtc().ToInstant());
        else
            ics.Value(name, LocalPattern.Format(local), new IcsParameter("TZID", id));
    }

    private static bool IsFirstPass(Instant instant, DateTimeZone zone) =>
        zone.ResolveLocal(instant.InZone(zone).LocalDateTime, FirstPass).ToInstant() == instant;

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
