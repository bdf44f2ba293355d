using System.Runtime.InteropServices;
using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>How much a public holiday keeps people from meeting.</summary>
public enum HolidayWeight
{
    /// <summary>Nobody works, as on a Sunday.</summary>
    Observed,

    /// <summary>People work, but would rather not meet: Ukraine under martial law (Law 2136-IX, art. 6).</summary>
    Advisory,
}

/// <summary>A public holiday, by the name that reasons call it.</summary>
public sealed record Holiday(LocalDate Day, Languages.LocalText Name);

/// <summary>The working hours of one day; they stand even on a day off, which is then worse outside of them than within.</summary>
public readonly record struct DayCustom(LocalTime From, LocalTime To, bool IsOff);

/// <summary>A stretch that one would rather avoid, and what it adds to the sum of burdens if one does not.</summary>
/// <param name="Confidence">How sure it is, in per cent.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SoftTime(Interval When, int Cost, SoftKind Kind, int Confidence);

public enum SoftKind
{
    PowerCut,
    AdvisoryHoliday,
}

/// <summary>
/// When a place or a person works, sleeps, stays at home and would rather not meet. People of one community share one object:
/// the search looks at each once.
/// </summary>
public sealed class Customs(
    LocalHours hours,
    IReadOnlyList<TimeRule> rules,
    IReadOnlyList<Holiday> holidays,
    HolidayWeight weight
)
{
    /// <summary>What an advisory holiday adds to the sum of burdens, in minutes.</summary>
    public const int AdvisoryCost = 60;

    /// <summary>What a power cut that is wholly sure adds to the sum of burdens, in minutes.</summary>
    public const int PowerCutCost = 120;

    private readonly TimeRule[] rules = [.. rules];
    private readonly ILookup<LocalDate, Holiday> holidaysByDay = holidays.ToLookup(h => h.Day);
    private readonly bool hasCurfew =
        (hours.CurfewFrom is not null && hours.CurfewFrom != hours.CurfewTo)
        || rules.Any(r => r.Kind == TimeRuleKind.Curfew);

    public Customs(LocalHours hours)
        : this(hours, [], [], HolidayWeight.Observed) { }

    public string Zone => hours.Zone;
    public DateTimeZone TimeZone { get; } = DateTimeZoneProviders.Tzdb[hours.Zone];

    public DayCustom Day(LocalDate day)
    {
        var custom = new DayCustom(
            hours.WorkFrom,
            hours.WorkTo,
            day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
                || (weight == HolidayWeight.Observed && holidays.Count > 0 && holidaysByDay.Contains(day))
        );
        foreach (var rule in rules)
        {
            if (!rule.Holds(day))
                continue;
            custom = rule.Kind switch
            {
                TimeRuleKind.WorkingHours => new DayCustom(rule.Start, rule.End, false),
                TimeRuleKind.DayOff => custom with { IsOff = true },
                TimeRuleKind.WorkingDay => custom with { IsOff = false },
                _ => custom,
            };
        }

        return custom;
    }

    /// <summary>How a meeting from <paramref name="start"/> of this length falls here: the worst of all its minutes counts.</summary>
    public LocalMoment At(Instant start, Duration length)
    {
        var when = new Interval(start, start + length);
        var (from, to) = (start.InZone(TimeZone).LocalDateTime, when.End.InZone(TimeZone).LocalDateTime);
        return new LocalMoment(Zone, from, to, Curfews(when).Any() ? Suitability.Curfew : Judge(from, to));
    }

    private Suitability Judge(LocalDateTime from, LocalDateTime to)
    {
        var last = to.PlusNanoseconds(-1).Date;
        for (var day = from.Date; day <= last; day = day.PlusDays(1))
        {
            if (Day(day).IsOff)
                return day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
                    ? Suitability.Weekend
                    : Suitability.DayOff;
        }

        var today = Day(from.Date);
        return from.Date == to.Date && from.TimeOfDay >= today.From && to.TimeOfDay <= today.To
            ? Suitability.WorkingHours
            : Suitability.OutsideWorkingHours;
    }

    /// <summary>The holidays of a day, whether or not people work on them.</summary>
    public IEnumerable<Holiday> HolidaysOn(LocalDate day) => holidays.Count == 0 ? [] : holidaysByDay[day];

    /// <summary>Every curfew that touches the range: from the first reading of its start to the last of its end.</summary>
    public IEnumerable<Interval> Curfews(Interval range)
    {
        if (!hasCurfew)
            yield break;
        var clock = new LocalClock(TimeZone);
        foreach (var day in Days(range))
        {
            if (CurfewOn(day) is var (from, to) && clock.Between(day, from, to) is var when && Touches(when, range))
                yield return when;
        }
    }

    /// <summary>The hours of rules by which the person is away, in the order of their days.</summary>
    public IEnumerable<Interval> Absences(Interval range) => Stretches(TimeRuleKind.Away, range).Select(s => s.When);

    public IEnumerable<SoftTime> SoftTimes(Interval range)
    {
        foreach (var (rule, when) in Stretches(TimeRuleKind.PowerCut, range))
            yield return new SoftTime(when, PowerCutCost * rule.Confidence / 100, SoftKind.PowerCut, rule.Confidence);
        if (weight != HolidayWeight.Advisory || holidays.Count == 0)
            yield break;
        foreach (var day in Days(range).Where(d => holidaysByDay.Contains(d) && !Day(d).IsOff))
        {
            var when = new Interval(
                TimeZone.AtStartOfDay(day).ToInstant(),
                TimeZone.AtStartOfDay(day.PlusDays(1)).ToInstant()
            );
            if (Touches(when, range))
                yield return new SoftTime(when, AdvisoryCost, SoftKind.AdvisoryHoliday, 100);
        }
    }

    private IEnumerable<(TimeRule Rule, Interval When)> Stretches(TimeRuleKind kind, Interval range)
    {
        if (!Array.Exists(rules, r => r.Kind == kind))
            yield break;
        var clock = new LocalClock(TimeZone);
        foreach (var day in Days(range))
        {
            foreach (var rule in rules)
            {
                if (rule.Kind != kind || !rule.Holds(day))
                    continue;
                var when = clock.Between(day, rule.Start, rule.End);
                if (Touches(when, range))
                    yield return (rule, when);
            }
        }
    }

    private (LocalTime From, LocalTime To)? CurfewOn(LocalDate day)
    {
        var (from, to) = (hours.CurfewFrom, hours.CurfewTo);
        foreach (var rule in rules)
        {
            if (rule.Kind == TimeRuleKind.Curfew && rule.Holds(day))
                (from, to) = (rule.Start, rule.End);
        }

        return from is { } begins && to is { } ends && begins != ends ? (begins, ends) : null;
    }

    // From the day before: what began yesterday may still last.
    private IEnumerable<LocalDate> Days(Interval range)
    {
        var last = range.End.InZone(TimeZone).Date;
        for (var day = range.Start.InZone(TimeZone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
            yield return day;
    }

    // Hours that the clock skips on the day are empty, and touch nothing.
    private static bool Touches(Interval hours, Interval range) =>
        hours.Start < hours.End && hours.Start < range.End && range.Start < hours.End;
}
