namespace MeetingHub.Web.Calendar;

/// <summary>
/// Puts the link into the room where people look for it. Each client shows another one of LOCATION, DESCRIPTION, URL and
/// CONFERENCE, so it stands in all four. In LOCATION it follows the place, if there is one: phones show little else.
/// </summary>
internal static class JoinLink
{
    public static void Write(IcsWriter ics, Uri link, string location, string description, IcsParameter[] language)
    {
        var address = IcsLink.Of(link);
        ics.Text("LOCATION", With(SafeText.Line(location), " – ", address), language);
        ics.Text("DESCRIPTION", With(description.TrimEnd(), "\n\n", address), language);
        ics.Link("URL", link);
        ics.Link("CONFERENCE", link, new IcsParameter("VALUE", "URI"));
    }

    private static string With(string text, string between, string address) =>
        text.Length == 0 ? address
        : text.Contains(address, StringComparison.Ordinal) ? text
        : text + between + address;
}
