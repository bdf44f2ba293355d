using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// One meeting as a file to be opened once (METHOD:PUBLISH). Unlike a feed it has no name and asks for no refreshing: with those,
/// Outlook opens a calendar of its own instead of putting the event into the person's.
/// </summary>
public static class EventFile
{
    public static string Write(FeedEntry entry)
    {
        var span = ZonedSpan.Of(entry.Start, entry.Length, entry.ZoneId);
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, "PUBLISH");
        foreach (var zone in new[] { span.ZoneId, Anchor(entry) }.OfType<string>().Distinct(StringComparer.Ordinal))
            VTimeZone.WriteAround(ics, zone, Earliest(entry, span), Latest(entry, span));
        FeedCalendar.WriteEvent(ics, entry, span);
        ics.End("VCALENDAR");
        return ics.ToString();
    }

    private static string? Anchor(FeedEntry entry) =>
        entry.Instance is { } instance && ZoneSpelling.Of(instance.ZoneId) is var id && !ZoneSpelling.IsUtc(id)
            ? id
            : null;

    private static Instant Earliest(FeedEntry entry, ZonedSpan span) =>
        entry.Instance is { } instance ? Instant.Min(span.Start, ZonedSpan.InstantOf(instance)) : span.Start;

    private static Instant Latest(FeedEntry entry, ZonedSpan span) =>
        entry.Instance is { } instance ? Instant.Max(span.End, ZonedSpan.InstantOf(instance)) : span.End;
}
