namespace MeetingHub.Web.Tests.Busy;

/// <summary>Calendars as strangers' programs write them.</summary>
internal static class Ics
{
    public static string Calendar(params string[] components) =>
        string.Concat(
            (string[])["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n", .. components, "END:VCALENDAR\r\n"]
        );

    /// <param name="start">As in 20261021T090000Z.</param>
    public static string Event(string start, string end, params string[] more) =>
        string.Join(
            "\r\n",
            (string[])
                [
                    "BEGIN:VEVENT",
                    $"UID:{start}@test",
                    "DTSTAMP:20260101T000000Z",
                    $"DTSTART{(start[0] == ';' ? "" : ":")}{start}",
                    $"DTEND{(end[0] == ';' ? "" : ":")}{end}",
                    "SUMMARY:Secret appointment",
                    .. more,
                    "END:VEVENT",
                    "",
                ]
        );

    public static readonly string OneHour = Calendar(Event("20261021T090000Z", "20261021T100000Z"));
}
