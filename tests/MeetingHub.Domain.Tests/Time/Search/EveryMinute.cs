using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time.Search;

/// <summary>
/// The same search the slow way: each start by itself, each minute of it for each person, by the calendar of NodaTime. It
/// shares with the fast one what a day's customs are and what a minute weighs, and nothing of how it is counted.
/// </summary>
public static class EveryMinute
{
    public static IReadOnlyList<Slot> Find(SlotRequest request)
    {
        var all = new List<Slot>();
        var step = Duration.FromMinutes(15);
        var start = Instant.FromUnixTimeSeconds(request.Range.Start.ToUnixTimeSeconds() / 900 * 900);
        for (; start + request.Length <= request.Range.End; start += step)
        {
            if (start >= request.Range.Start && Weigh(request, new Interval(start, start + request.Length)) is { } slot)
                all.Add(slot);
        }

        var zone = DateTimeZoneProviders.Tzdb[request.DayZone];
        return
        [
            .. all.GroupBy(s => s.Start.InZone(zone).Date)
                .SelectMany(day => OfDay(day.Order(), request.PerDay))
                .Order()
                .Take(request.Count),
        ];
    }

    private static List<Slot> OfDay(IEnumerable<Slot> ranked, int most)
    {
        var chosen = new List<Slot>();
        foreach (var slot in ranked)
        {
            if (chosen.Count < most && chosen.TrueForAll(c => Apart(c.Start, slot.Start)))
                chosen.Add(slot);
        }

        return chosen;
    }

    private static bool Apart(Instant one, Instant other) =>
        (one < other ? other - one : one - other) >= Duration.FromHours(1);

    private static Slot? Weigh(SlotRequest request, Interval when)
    {
        var (worst, sum) = (0, 0);
        foreach (var person in request.People)
        {
            if (person.Customs.Curfews(when).Any())
                return null;
            var isBusy = person.Busy.Concat(person.Customs.Absences(when)).Any(b => Touches(b, when));
            if (isBusy && person.IsRequired)
                return null;
            var burden = Worst(person.Customs, when);
            worst = Math.Max(worst, burden);
            sum +=
                burden
                + (isBusy ? Burden.MissedByOptional : 0)
                + person.Customs.SoftTimes(when).Where(s => Touches(s.When, when)).Sum(s => s.Cost);
        }

        return new Slot(when.Start, worst, sum);
    }

    private static int Worst(Customs customs, Interval when)
    {
        var worst = 0;
        var zone = DateTimeZoneProviders.Tzdb[customs.Zone];
        for (var at = when.Start; at < when.End; at += Duration.FromMinutes(1))
        {
            var local = at.InZone(zone).LocalDateTime;
            worst = Math.Max(worst, Burden.OfMinute(local.Hour * 60 + local.Minute, customs.Day(local.Date)));
        }

        return worst;
    }

    private static bool Touches(Interval busy, Interval when) =>
        busy.Start < busy.End && busy.Start < when.End && when.Start < busy.End;
}
