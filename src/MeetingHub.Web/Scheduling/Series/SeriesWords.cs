using MeetingHub.Domain.Time;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>A rule in words, and what it means from other zones.</summary>
public sealed class SeriesWords(Texts t, Times times)
{
    /// <summary>"Every 2nd Tuesday of the month at 15:00 (Paris)".</summary>
    public string Rule(Recurrence rule)
    {
        var every = rule.Frequency switch
        {
            Frequency.Weekly => t["series.rule.weekly", times.Weekday(rule.First), rule.Interval],
            Frequency.Monthly => t["series.rule.monthly", Ordinal(rule), times.Weekday(rule.First)],
            _ => t["series.rule.by_date", rule.First.Day],
        };
        var interval =
            rule.Interval > 1
                ? " "
                    + t[rule.Frequency == Frequency.Weekly ? "series.rule.weeks" : "series.rule.months", rule.Interval]
                : "";
        return t["series.rule.at", every + interval, Times.Clock(rule.Time), times.Zone(rule.Zone)];
    }

    /// <summary>"Stays at 15:00 in Paris", and for each other zone when its hour moves.</summary>
    public IEnumerable<string> Anchor(Recurrence rule, IReadOnlyList<Instant> starts, IEnumerable<string> zones)
    {
        yield return t["series.stays", Times.Clock(rule.Time), times.Zone(rule.Zone)];
        foreach (
            var zone in zones.Select(LocalSlot.Canonical).Distinct().Where(z => z != LocalSlot.Canonical(rule.Zone))
        )
        {
            foreach (var move in SeriesClock.Seen(starts, zone).Take(6))
                yield return t["series.moves", times.Zone(zone), times.ShortDay(move.From), Times.Clock(move.After)];
        }
    }

    // In Ukrainian an ordinal follows the weekday's gender: «другий вівторок», «друга середа».
    private string Ordinal(Recurrence rule)
    {
        var isFeminine =
            rule.First.DayOfWeek
            is IsoDayOfWeek.Wednesday
                or IsoDayOfWeek.Friday
                or IsoDayOfWeek.Saturday
                or IsoDayOfWeek.Sunday;
        return t[$"series.ordinal.{(rule.Ordinal < 0 ? "last" : rule.Ordinal)}{(isFeminine ? ".f" : "")}"];
    }
}
