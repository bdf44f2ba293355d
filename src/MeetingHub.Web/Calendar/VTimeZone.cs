using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes the definition of a zone from NodaTime's data. Clients trust it over their own data, which may be a year old;
/// Ical.Net's generator is wrong for some zones and for rules that change after today, so it is not used.
/// </summary>
public static class VTimeZone
{
    /// <summary>How long before the first use of a zone its definition is right.</summary>
    public static readonly Period Before = Period.FromYears(1);

    /// <summary>How long after the last use it is right: a meeting may be moved by a client that keeps it.</summary>
    public static readonly Period After = Period.FromYears(3);

    private static readonly OffsetPattern Hours = OffsetPattern.CreateWithInvariantCulture("+HHmm");
    private static readonly OffsetPattern Seconds = OffsetPattern.CreateWithInvariantCulture("+HHmmss");

    /// <summary>One VTIMEZONE for each zone of the spans, right for all of them; none for UTC.</summary>
    public static void WriteFor(IcsWriter ics, IReadOnlyList<ZonedSpan> spans)
    {
        foreach (var zone in spans.GroupBy(span => span.ZoneId, StringComparer.Ordinal))
        {
            if (zone.Key is { } id)
                WriteAround(ics, id, zone.Min(span => span.Start), zone.Max(span => span.End));
        }
    }

    /// <summary>The one VTIMEZONE for everything between the two instants.</summary>
    public static void WriteAround(IcsWriter ics, string id, Instant first, Instant last)
    {
        var from = (first.InUtc().LocalDateTime - Before).InUtc().ToInstant();
        var to = (last.InUtc().LocalDateTime + After).InUtc().ToInstant();
        Write(ics, id, DateTimeZoneProviders.Tzdb[id], from, to);
    }

    /// <summary>A definition that is right from one instant to the other.</summary>
    public static void Write(IcsWriter ics, string id, DateTimeZone zone, Instant from, Instant to)
    {
        ics.Begin("VTIMEZONE");
        ics.Text("TZID", id);
        foreach (var observance in Observances.Of(zone, from, to))
            Write(ics, observance);

        ics.End("VTIMEZONE");
    }

    private static void Write(IcsWriter ics, Observance observance)
    {
        var part = observance.IsDaylight ? "DAYLIGHT" : "STANDARD";
        ics.Begin(part);
        ics.Value("DTSTART", ZonedSpan.LocalPattern.Format(observance.Onset));
        ics.Value("TZOFFSETFROM", Written(observance.OffsetBefore));
        ics.Value("TZOFFSETTO", Written(observance.Offset));
        if (observance.Rule is { } rule)
            ics.Value("RRULE", rule);

        ics.Text("TZNAME", observance.Name);
        ics.End(part);
    }

    private static string Written(Offset offset) =>
        (offset.Seconds % NodaConstants.SecondsPerMinute == 0 ? Hours : Seconds).Format(offset);
}
