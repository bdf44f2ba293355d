using System.Text;
using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Reading;

/// <summary>Calendars as others write them, and what is read in them. The owner lives in Izium.</summary>
internal static class Foreign
{
    public const string Kyiv = "Europe/Kyiv";

    /// <summary>November 2026 in Kyiv: winter time, UTC+2.</summary>
    public static readonly Interval November = new(Utc(2026, 10, 31, 22), Utc(2026, 11, 30, 22));

    public static Instant Utc(int year, int month, int day, int hour = 0, int minute = 0) =>
        Instant.FromUtc(year, month, day, hour, minute);

    public static Interval Span(int year, int month, int day, int hour, int hours) =>
        new(Utc(year, month, day, hour), Utc(year, month, day, hour) + Duration.FromHours(hours));

    /// <summary>One hour on a day of November 2026, by the hour of UTC.</summary>
    public static Interval Hour(int day, int hour) => Span(2026, 11, day, hour, 1);

    public static byte[] Bytes(string ics) => Encoding.UTF8.GetBytes(ics.ReplaceLineEndings("\r\n"));

    public static string Ics(params string[] parts) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//EN\n{string.Join('\n', parts)}\nEND:VCALENDAR\n";

    public static string Event(params string[] lines) =>
        $"BEGIN:VEVENT\nUID:{Guid.NewGuid()}\n{string.Join('\n', lines)}\nEND:VEVENT";

    public static IReadOnlyList<Interval> BusyWith(params string[] parts) => BusyIn(Ics(parts), November);

    public static IReadOnlyList<Interval> BusyIn(string ics, Interval window, string home = Kyiv)
    {
        var reading = BusyReader.Read(Bytes(ics), window, home);
        Assert.Null(reading.Fault);
        return reading.Busy;
    }

    public static IReadOnlyList<CalendarReply> Replies(string ics)
    {
        var reading = ReplyReader.Read(Bytes(ics));
        Assert.Null(reading.Fault);
        return reading.Replies;
    }
}
