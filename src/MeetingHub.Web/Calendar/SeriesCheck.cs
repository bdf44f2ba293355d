using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Reads back what is to be sent and compares the start of every meeting with the rule's own. A letter that shows even one
/// meeting at another hour must not leave: nobody can take it back.
/// </summary>
public static class SeriesCheck
{
    public static void Demand(string calendar, SeriesCard card)
    {
        var read = Starts(calendar).ToHashSet();
        var moved = card.Moved.Select(m => m.Instance!.Original).ToHashSet();
        var wanted = card
            .Rule.Occurrences()
            .Where(o => !card.Cancelled.Contains(o.Local) && !moved.Contains(o.Local))
            .Select(o => o.Start)
            .Concat(card.Moved.Select(m => m.Start))
            .ToHashSet();
        if (!read.SetEquals(wanted))
            throw new InvalidOperationException(
                $"The calendar of series {card.Master.MeetingId} shows {read.Except(wanted).Count()} meetings that are not its own and lacks {wanted.Except(read).Count()}."
            );
    }

    // Ical.Net expands the rule in local time; the zone's own rules turn that into instants.
    private static IEnumerable<Instant> Starts(string calendar)
    {
        var events = Ical.Net.Calendar.Load(calendar)!.Events;
        var master = events.First(e => e.RecurrenceIdentifier is null);
        var replaced = events
            .Where(e => e.RecurrenceIdentifier is not null)
            .Select(e => Of(e.RecurrenceIdentifier!.StartTime))
            .ToHashSet();
        return master
            .GetOccurrences()
            .Take(Domain.Time.Recurrence.MostOccurrences + 1)
            .Select(o => Of(o.Period.StartTime))
            .Where(start => !replaced.Contains(start))
            .Concat(events.Where(e => e.RecurrenceIdentifier is not null).Select(e => Of(e.DtStart!)));
    }

    private static Instant Of(CalDateTime time) =>
        time.IsUtc || time.TzId is null
            ? LocalDateTime.FromDateTime(time.Value).InUtc().ToInstant()
            : ZonedSpan.InstantOf(new SeriesInstance(LocalDateTime.FromDateTime(time.Value), time.TzId));
}
