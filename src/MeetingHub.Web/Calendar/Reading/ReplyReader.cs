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

    // What a time without zone is in: the zone that the calendar names, if it names one.
    private static DateTimeZone? HomeOf(CalendarPart calendar) =>
        calendar
            .Named("VTIMEZONE")
            .Select(zone => zone.First("TZID")?.Text)
            .Prepend(calendar.Value("X-WR-TIMEZONE"))
            .OfType<string>()
            .Select(name => ZoneNames.FromDatabase(name) ?? ZoneNames.FromMicrosoft(name)?.Zone)
            .FirstOrDefault(zone => zone is not null);
}
