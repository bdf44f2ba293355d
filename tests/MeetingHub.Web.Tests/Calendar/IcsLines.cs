using System.Text;
using Ical.Net.CalendarComponents;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

/// <summary>Reads written calendars back: as raw lines, as unfolded lines, and through Ical.Net.</summary>
internal static class IcsLines
{
    public static IReadOnlyList<string> Physical(string ics)
    {
        Assert.EndsWith("\r\n", ics, StringComparison.Ordinal);
        Assert.DoesNotContain(ics.Replace("\r\n", "", StringComparison.Ordinal), c => c is '\r' or '\n');
        return ics[..^2].Split("\r\n");
    }

    public static IReadOnlyList<string> Unfolded(string ics)
    {
        _ = Physical(ics);
        return ics[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
    }

    /// <summary>The one line of this property, in the part of the calendar after its zones.</summary>
    public static string One(string ics, string property) => Assert.Single(All(ics, property));

    public static IReadOnlyList<string> All(string ics, string property)
    {
        var lines = Unfolded(ics).ToList();
        return
        [
            .. lines
                .Skip(lines.LastIndexOf("END:VTIMEZONE") + 1)
                .Where(line =>
                    line.StartsWith(property + ":", StringComparison.Ordinal)
                    || line.StartsWith(property + ";", StringComparison.Ordinal)
                ),
        ];
    }

    public static Ical.Net.Calendar Load(string ics) => Ical.Net.Calendar.Load(ics)!;

    public static CalendarEvent Event(string ics) => Assert.Single(Load(ics).Events);

    public static int Octets(string line) => Encoding.UTF8.GetByteCount(line);
}
