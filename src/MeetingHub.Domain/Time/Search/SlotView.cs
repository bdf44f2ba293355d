using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>A time as each place lives it.</summary>
/// <param name="Burden">The worst minute's, see <see cref="Search.Burden"/>.</param>
public sealed record PlaceMoment(Customs Customs, LocalDateTime From, LocalDateTime To, int Burden, bool IsCurfew)
{
    public static PlaceMoment Of(Customs customs, Instant start, Duration length)
    {
        var when = new Interval(start, start + length);
        var worst = 0;
        for (var at = start; at < when.End; at += Duration.FromMinutes(SlotSearch.CellMinutes))
        {
            var local = at.InZone(customs.TimeZone).LocalDateTime;
            var minute = local.Hour * 60 + local.Minute;
            worst = Math.Max(worst, Search.Burden.OfCell(minute, customs.Day(local.Date)));
        }

        return new PlaceMoment(
            customs,
            start.InZone(customs.TimeZone).LocalDateTime,
            when.End.InZone(customs.TimeZone).LocalDateTime,
            worst,
            customs.Curfews(when).Any()
        );
    }
}

/// <summary>Why a time is offered, in facts that a page puts into words.</summary>
/// <param name="Places">Each distinct custom, the one that has it worst first among equals in the people's order.</param>
/// <param name="Missing">Who need not come and cannot.</param>
/// <param name="Soft">What one would rather have avoided, and where.</param>
/// <param name="Avoided">Holidays of the same week (Monday to Sunday) that people keep, on other days.</param>
public sealed record SlotView(
    Slot Slot,
    IReadOnlyList<PlaceMoment> Places,
    IReadOnlyList<Guid> Missing,
    IReadOnlyList<(Customs Customs, SoftTime Soft)> Soft,
    IReadOnlyList<(Customs Customs, Holiday Holiday)> Avoided
)
{
    public static SlotView Of(SlotRequest request, Slot slot)
    {
        var when = new Interval(slot.Start, slot.Start + request.Length);
        var customs = request.People.Select(p => p.Customs).Distinct().ToList();
        return new SlotView(
            slot,
            [.. customs.Select(c => PlaceMoment.Of(c, slot.Start, request.Length))],
            [.. request.People.Where(p => !p.IsRequired && IsBusy(p, when)).Select(p => p.Id)],
            [.. from c in customs from soft in c.SoftTimes(when) select (c, soft)],
            [.. from c in customs from h in Kept(c, when.Start, request.Range) select (c, h)]
        );
    }

    public static bool IsBusy(Attendee person, Interval when) =>
        person.Busy.Concat(person.Customs.Absences(when)).Any(b => b.Start < when.End && when.Start < b.End);

    private static IEnumerable<Holiday> Kept(Customs customs, Instant start, Interval range)
    {
        var day = start.InZone(customs.TimeZone).Date;
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return Enumerable
            .Range(0, 7)
            .Select(monday.PlusDays)
            .Where(d =>
                d != day && customs.Day(d).IsOff && range.Contains(customs.TimeZone.AtStartOfDay(d).ToInstant())
            )
            .SelectMany(customs.HolidaysOn);
    }
}
