using MeetingHub.Web.Calendar;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Readers;

internal static class ReadParts
{
    /// <summary>The reader found all that the card says but its times.</summary>
    public static void Says(InvitationCard card, ReadPart part)
    {
        Assert.Equal("VEVENT", part.Kind);
        Assert.Equal(MeetingUid.Of(card.MeetingId), part.Uid);
        Assert.Equal(card.Sequence, part.Sequence);
        Assert.Equal(card.Stamp.ToUnixTimeSeconds(), part.Stamp);
        Assert.Equal(card.IsCancelled ? "CANCELLED" : "CONFIRMED", part.Status);
        Assert.Equal(card.Summary, part.Summary);
        Assert.StartsWith(card.Description, part.Description, StringComparison.Ordinal);
        Assert.StartsWith(card.Location, part.Location, StringComparison.Ordinal);
        // icalendar takes percent-encoded separators for its own; the link that arrives opens the same page.
        Assert.Equal(Uri.UnescapeDataString(IcsLink.Of(card.Link)), Uri.UnescapeDataString(part.Url!));
        var organizer = Assert.Single(part.Organizers);
        Assert.Equal((IcsLink.Mailto(card.OrganizerAddress), card.OrganizerName), (organizer.Address, organizer.Name));
        var attendee = Assert.Single(part.Attendees);
        Assert.Equal(
            new ReadPerson(
                IcsLink.Mailto(card.AttendeeAddress),
                card.AttendeeName,
                "REQ-PARTICIPANT",
                "NEEDS-ACTION",
                card.IsCancelled ? "FALSE" : "TRUE"
            ),
            attendee
        );
    }
}
