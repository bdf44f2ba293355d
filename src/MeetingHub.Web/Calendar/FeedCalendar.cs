using System.Globalization;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes a calendar for subscription (METHOD:PUBLISH). It names no organizer and no attendees, though RFC 5546 asks for
/// the former: with one, clients offer to answer an invitation that a feed cannot take back.
/// The caller bounds the entries in time; each zone is defined once, from a year before the first to three after the last.
/// </summary>
public static class FeedCalendar
{
    // Clients treat it as a wish; Google asks once in several hours whatever it says.
    private const string Refresh = "PT1H";

    public static string Write(string calendarName, IReadOnlyList<FeedEntry> entries)
    {
        var spans = entries.Select(entry => ZonedSpan.Of(entry.Start, entry.Length, entry.ZoneId)).ToList();
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, "PUBLISH");
        ics.Text("NAME", SafeText.Line(calendarName));
        ics.Text("X-WR-CALNAME", SafeText.Line(calendarName));
        ics.Value("REFRESH-INTERVAL", Refresh, new IcsParameter("VALUE", "DURATION"));
        ics.Value("X-PUBLISHED-TTL", Refresh);
        VTimeZone.WriteFor(ics, spans);
        foreach (var (entry, span) in entries.Zip(spans))
            WriteEvent(ics, entry, span);

        ics.End("VCALENDAR");
        return ics.ToString();
    }

    internal static void WriteEvent(IcsWriter ics, FeedEntry entry, ZonedSpan span)
    {
        ics.Begin("VEVENT");
        ics.Value("UID", MeetingUid.Of(entry.MeetingId));
        ics.Value("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        ics.At("DTSTAMP", entry.Stamp);
        span.Write(ics);
        entry.Instance?.Write(ics);
        ics.Text("SUMMARY", SafeText.Line(entry.Summary));
        ics.Value("STATUS", entry.IsCancelled ? "CANCELLED" : "CONFIRMED");
        ics.Value("TRANSP", entry.IsCancelled ? "TRANSPARENT" : "OPAQUE");
        JoinLink.Write(ics, entry.Link, entry.Location, entry.Description, []);
        ics.End("VEVENT");
    }
}
