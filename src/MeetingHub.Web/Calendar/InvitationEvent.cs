using System.Globalization;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// The event of an invitation or a cancellation. A cancellation carries every field: Outlook shows a cancelled meeting from the
/// cancellation alone.
/// </summary>
internal static class InvitationEvent
{
    /// <param name="ics">The calendar in which the event stands.</param>
    /// <param name="card">Whose event it is and what it says.</param>
    /// <param name="writeTimes">Writes when it is: DTSTART and what goes with it.</param>
    public static void Write(IcsWriter ics, InvitationCard card, Action writeTimes)
    {
        IcsParameter[] language = [new("LANGUAGE", card.Language)];
        ics.Begin("VEVENT");
        ics.Value("UID", MeetingUid.Of(card.MeetingId));
        ics.Value("SEQUENCE", card.Sequence.ToString(CultureInfo.InvariantCulture));
        ics.At("DTSTAMP", card.Stamp);
        writeTimes();
        ics.Text("SUMMARY", SafeText.Line(card.Summary), language);
        ics.Value("STATUS", card.IsCancelled ? "CANCELLED" : "CONFIRMED");
        ics.Value("TRANSP", card.IsCancelled ? "TRANSPARENT" : "OPAQUE");
        WriteOrganizer(ics, card);
        WriteAttendee(ics, card);
        JoinLink.Write(ics, card.Link, card.Location, card.Description, language);
        ics.End("VEVENT");
    }

    private static void WriteOrganizer(IcsWriter ics, InvitationCard card)
    {
        var name = Name(card.OrganizerName, card.OrganizerAddress);
        var address = IcsLink.Mailto(card.OrganizerAddress);
        if (card.SentByAddress is { } sender)
            ics.Value("ORGANIZER", address, name, new IcsParameter("SENT-BY", IcsLink.Mailto(sender)));
        else
            ics.Value("ORGANIZER", address, name);
    }

    // One attendee only: the others' addresses are not this person's business, and the link in the event is personal.
    private static void WriteAttendee(IcsWriter ics, InvitationCard card) =>
        ics.Value(
            "ATTENDEE",
            IcsLink.Mailto(card.AttendeeAddress),
            new IcsParameter("CUTYPE", "INDIVIDUAL"),
            new IcsParameter("ROLE", "REQ-PARTICIPANT"),
            new IcsParameter("PARTSTAT", "NEEDS-ACTION"),
            new IcsParameter("RSVP", card.IsCancelled ? "FALSE" : "TRUE"),
            Name(card.AttendeeName, card.AttendeeAddress)
        );

    private static IcsParameter Name(string name, string address) =>
        new("CN", SafeText.Name(name) is { Length: > 0 } safe ? safe : SafeText.Name(address));
}
