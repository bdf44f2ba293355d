using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Busy;

/// <summary>
/// The few requests and answers of CalDAV (RFC 4791) that busy times need. Answers come from strangers: no DTD, so that no
/// entity grows or names a file (XXE), and no more characters than were fetched.
/// </summary>
public static class CalDavXml
{
    private const string Dav = "DAV:";
    private const string CalDav = "urn:ietf:params:xml:ns:caldav";

    /// <summary>RFC 4791, 7.10.</summary>
    public static string FreeBusyQuery(Interval window) =>
        $"""<?xml version="1.0" encoding="utf-8"?><C:free-busy-query xmlns:C="{CalDav}">{Range(window)}</C:free-busy-query>""";

    /// <summary>RFC 4791, 7.8: the events that touch the window, whole; a series comes once, with its rule.</summary>
    public static string CalendarQuery(Interval window) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <C:calendar-query xmlns:D="{Dav}" xmlns:C="{CalDav}">
              <D:prop><C:calendar-data/></D:prop>
              <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{Range(
                window
            )}</C:comp-filter></C:comp-filter></C:filter>
            </C:calendar-query>
            """;

    /// <summary>Whether the answer to a PROPFIND for everything (RFC 4918, 9.1) says "calendar". A folder of calendars would answer every query with nothing.</summary>
    public static bool SaysCalendar(byte[] answer)
    {
        using var xml = Open(answer);
        var within = false;
        while (xml.Read())
        {
            if (Is(xml, "resourcetype", Dav))
                within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (within && xml.NodeType == XmlNodeType.Element && Is(xml, "calendar", CalDav))
                return true;
        }

        return false;
    }

    /// <summary>The calendars in a multi-status; null when one of its answers holds none (refused, or cut short: 507).</summary>
    public static IReadOnlyList<byte[]>? Calendars(byte[] answer)
    {
        using var xml = Open(answer);
        if (xml.MoveToContent() != XmlNodeType.Element || !Is(xml, "multistatus", Dav))
            return null;
        var (found, responses) = (new List<byte[]>(), 0);
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && Is(xml, "response", Dav))
                responses++;
            if (xml.NodeType == XmlNodeType.Element && Is(xml, "calendar-data", CalDav))
                found.Add(Encoding.UTF8.GetBytes(xml.ReadElementContentAsString()));
            else
                xml.Read();
        }

        return found.Count == responses ? found : null;
    }

    private static bool Is(XmlReader xml, string name, string space) =>
        xml.LocalName == name && xml.NamespaceURI == space;

    private static string Range(Interval window) =>
        $"""<C:time-range start="{Utc(window.Start)}" end="{Utc(window.End)}"/>""";

    private static string Utc(Instant instant) =>
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(instant);

    private static XmlReader Open(byte[] answer) =>
        XmlReader.Create(
            new MemoryStream(answer),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = Shared.Fetching.GuardedClient.LargestBody,
                MaxCharactersFromEntities = 1024,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
}
