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
        VTimeZone.WriteFor(ics, [span]);
        InvitationEvent.Write(ics, card, () => span.Write(ics));
        ics.End("VCALENDAR");
        return CalendarCheck.Sure(ics.ToString(), [new(card.Start, card.Start, card.Start + card.Length)]);
    }
}
