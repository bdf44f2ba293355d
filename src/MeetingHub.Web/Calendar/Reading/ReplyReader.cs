using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Reads answers that calendar programs send by mail. Anybody can send them; it never throws.</summary>
public static class ReplyReader
{
    /// <summary>Attendees in one file. A reply has one; some programs repeat everybody who was invited.</summary>
    public const int MostReplies = 200;

    public static ReplyReading Read(byte[] calendar)
    {
        var source = CalendarSource.Read(calendar);
        var effort = new Effort();
        var replies = source.Calendars.SelectMany(part => Read(part, effort)).Take(MostReplies + 1).ToList();
        return replies.Count > MostReplies
            ? new ReplyReading([], CalendarFault.TooManyEvents)
            : new ReplyReading(replies, source.Fault ?? effort.Fault);
    }

    private static IEnumerable<CalendarReply> Read(CalendarPart calendar, Effort effort)
    {
        if (MethodOf(calendar) is not { } method)
            return [];

        var zones = new ForeignZones(calendar, HomeOf(calendar), effort);
        return calendar.Named("VEVENT").SelectMany(part => new ReplyPart(part, method, zones).Read());
    }

    private static ReplyMethod? MethodOf(CalendarPart calendar) =>
        calendar.Says("METHOD", "REPLY") ? ReplyMethod.Reply
        : calendar.Says("METHOD", "COUNTER") ? ReplyMethod.Counter
        : null;

    // A time without zone: by the zone that the calendar names. Without any it is read as UTC on purpose: an instance at
    // that instant is in no meeting, so the secretary gets to see the reply, while no instance would mean the whole series.
    private static DateTimeZone HomeOf(CalendarPart calendar) =>
        ZoneNames.FromDatabase(calendar.Value("X-WR-TIMEZONE"))
        ?? calendar
            .Named("VTIMEZONE")
            .Select(zone => ZoneNames.FromDatabase(zone.Value("TZID")))
            .FirstOrDefault(zone => zone is not null)
        ?? DateTimeZone.Utc;
}
