using System.Globalization;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes the invitation to a series: one event with the rule, and one for each meeting that is not where the rule has it
/// (RFC 5546, 3.2.2). The zone is always named and defined: a series in UTC would move with the seasons.
/// </summary>
public static class SeriesCalendar
{
    public static string Write(SeriesCard card)
    {
        var occurrences = card.Rule.Occurrences();
        var zone = ZoneSpelling.Of(card.Rule.Zone);
        var spans = card.Moved.Select(m => ZonedSpan.Of(m.Start, m.Length, m.ZoneId)).ToList();
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, card.Master.Method);
        foreach (var id in spans.Select(s => s.ZoneId).OfType<string>().Append(zone).Distinct(StringComparer.Ordinal))
        {
            if (!ZoneSpelling.IsUtc(id))
                VTimeZone.WriteAround(ics, id, First(occurrences, spans), Last(occurrences, spans));
        }

        var master = new ZonedSpan(
            occurrences[0].Start,
            occurrences[0].Start + card.Master.Length,
            ZoneSpelling.IsUtc(zone) ? null : zone
        );
        InvitationCalendar.WriteEvent(ics, card.Master, master, written => WriteRule(written, card));
        foreach (var (moved, span) in card.Moved.Zip(spans))
            InvitationCalendar.WriteEvent(ics, moved, span, _ => { });

        ics.End("VCALENDAR");
        return ics.ToString();
    }

    private static void WriteRule(IcsWriter ics, SeriesCard card)
    {
        ics.Value("RRULE", Rule(card.Rule));
        foreach (var cancelled in card.Cancelled)
            ZonedSpan.WriteLocal(ics, "EXDATE", cancelled, card.Rule.Zone);
    }

    // UNTIL in UTC, as RFC 5545 asks where DTSTART has a zone (3.3.10): the end of that day in the anchor zone.
    private static string Rule(Recurrence rule)
    {
        var by = rule.Frequency switch
        {
            Frequency.Weekly => "FREQ=WEEKLY",
            Frequency.Monthly =>
                $"FREQ=MONTHLY;BYDAY={rule.Ordinal}{rule.First.DayOfWeek.ToString()[..2].ToUpperInvariant()}",
            _ => $"FREQ=MONTHLY;BYMONTHDAY={rule.First.Day}",
        };
        // The count of what there is: a rule may also end with five years.
        var end = rule.Until is { } until ? $"UNTIL={Utc(rule.On(until).Start)}" : $"COUNT={rule.Dates().Count}";
        return string.Create(CultureInfo.InvariantCulture, $"{by};INTERVAL={rule.Interval};{end}");
    }

    private static string Utc(Instant instant) =>
        NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(instant);

    private static Instant First(IReadOnlyList<Occurrence> occurrences, List<ZonedSpan> spans) =>
        spans.Select(s => s.Start).Append(occurrences[0].Start).Min();

    private static Instant Last(IReadOnlyList<Occurrence> occurrences, List<ZonedSpan> spans) =>
        spans.Select(s => s.End).Append(occurrences[^1].Start + Duration.FromDays(1)).Max();
}
