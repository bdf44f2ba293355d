namespace MeetingHub.Web.Calendar;

/// <summary>Who a calendar that we wrote says it comes from, seen from the mailbox that sends it.</summary>
public enum OrganizerIs
{
    /// <summary>The calendar names no organizer.</summary>
    Nobody,

    /// <summary>The mailbox itself.</summary>
    Sender,

    /// <summary>Somebody else, for whom the mailbox sends and says so (SENT-BY).</summary>
    SenderForAnother,

    /// <summary>Somebody else; clients would take the letter for a forgery.</summary>
    Stranger,
}

/// <summary>Reads the ORGANIZER line of a calendar written by <see cref="IcsWriter"/>.</summary>
public static class CalendarOrganizer
{
    public static OrganizerIs SeenFrom(string senderAddress, string calendar)
    {
        var line = calendar
            .Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("ORGANIZER", StringComparison.Ordinal));
        var sender = IcsLink.Mailto(senderAddress);
        return line switch
        {
            null => OrganizerIs.Nobody,
            _ when line.EndsWith(":" + sender, StringComparison.OrdinalIgnoreCase) => OrganizerIs.Sender,
            _ when line.Contains($";SENT-BY=\"{sender}\"", StringComparison.OrdinalIgnoreCase) =>
                OrganizerIs.SenderForAnother,
            _ => OrganizerIs.Stranger,
        };
    }
}
