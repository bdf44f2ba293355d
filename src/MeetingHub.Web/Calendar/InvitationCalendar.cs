using System.Globalization;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes an invitation or its cancellation (iTIP REQUEST or CANCEL, RFC 5546). Names, titles and texts in it were typed
/// by people: <see cref="IcsWriter"/> lets none of them end a line.
/// </summary>
public static class InvitationCalendar
{
    public static string Write(InvitationCard card)
    {
        var span = ZonedSpan.Of(card.Start, card.Length, card.ZoneId);
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, card.Method);
        // A zone is defined once, though the meeting and its place in a series may both name it.
        foreach (var zone in new[] { span.ZoneId, Anchor(card) }.OfType<string>().Distinct(StringComparer.Ordinal))
            VTimeZone.WriteAround(ics, zone, Earliest(card, span), Latest(card, span));

        WriteEvent(ics, card, span, _ => { });
        ics.End("VCALENDAR");
        return ics.ToString();
    }

    private static string? Anchor(InvitationCard card) =>
        card.Instance is { } instance && ZoneSpelling.Of(instance.ZoneId) is var id && !ZoneSpelling.IsUtc(id)
            ? id
            : null;

    private static Instant Earliest(InvitationCard card, ZonedSpan span) =>
        card.Instance is { } instance ? Instant.Min(span.Start, ZonedSpan.InstantOf(instance)) : span.Start;

    private static Instant Latest(InvitationCard card, ZonedSpan span) =>
        card.Instance is { } instance ? Instant.Max(span.End, ZonedSpan.InstantOf(instance)) : span.End;

    // A cancellation carries every field: Outlook shows a cancelled meeting from the cancellation alone.
    internal static void WriteEvent(IcsWriter ics, InvitationCard card, ZonedSpan span, Action<IcsWriter> recurrence)
    {
        IcsParameter[] language = [new("LANGUAGE", card.Language)];
        ics.Begin("VEVENT");
        ics.Value("UID", MeetingUid.Of(card.MeetingId));
        ics.Value("SEQUENCE", card.Sequence.ToString(CultureInfo.InvariantCulture));
        ics.At("DTSTAMP", card.Stamp);
        span.Write(ics);
        recurrence(ics);
        if (card.Instance is { } instance)
            ZonedSpan.WriteLocal(ics, "RECURRENCE-ID", instance.Original, instance.ZoneId);
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
