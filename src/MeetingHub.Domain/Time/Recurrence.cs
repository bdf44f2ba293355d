using MeetingHub.Domain.Meetings;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Domain.Time;

/// <summary>In which rhythm meetings recur.</summary>
public enum Frequency
{
    Weekly,

    /// <summary>By the weekday of the first: the second Tuesday, the last Friday.</summary>
    Monthly,

    /// <summary>By the day of the month; months that have no such day are left out, as RFC 5545 does.</summary>
    MonthlyByDate,
}

/// <summary>
/// When meetings recur: from <paramref name="First"/>, at a local time of the anchor zone, which stays while other zones'
/// readings move. It ends after <paramref name="Count"/> meetings or with a day, whichever is given, and never holds more than
/// <see cref="MostOccurrences"/> of them or goes beyond five years.
/// </summary>
/// <param name="Interval">Every so many weeks or months, 1 to 12.</param>
/// <param name="Count">2 to 104; null when <paramref name="Until"/> ends it.</param>
/// <param name="Until">The last day on which a meeting may begin, in the anchor zone.</param>
public sealed record Recurrence(
    Frequency Frequency,
    int Interval,
    LocalDate First,
    LocalTime Time,
    string Zone,
    int? Count,
    LocalDate? Until
)
{
    public const int MostOccurrences = 104;
    public const int MostYears = 5;

    private static readonly ZoneLocalMappingResolver AsCalendarsDo = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnForwardShifted
    );

    /// <summary>The month's last week counts as "last": a fifth weekday is not in every month.</summary>
    public bool IsLastOfMonth => Frequency == Frequency.Monthly && First.Day > 28;

    /// <summary>1 to 4, or -1 for the last: which weekday of the month it is.</summary>
    public int Ordinal => IsLastOfMonth ? -1 : (First.Day - 1) / 7 + 1;

    public Refusal? Fault() =>
        !LocalSlot.IsZone(Zone) ? Refusal.ZoneUnknown
        // Forms take any year and a program any number; the calendar ends with the year 9999.
        : !Enum.IsDefined(Frequency) || First.Year > 9000 ? Refusal.RecurrenceInvalid
        : Interval is < 1 or > 12 || Count is < 2 or > MostOccurrences ? Refusal.RecurrenceInvalid
        : Count is null == Until is null || Until < First ? Refusal.RecurrenceInvalid
        : Dates().Count == 0 ? Refusal.RecurrenceInvalid
        : null;

    /// <summary>The days on which meetings begin, in the anchor zone, in order.</summary>
    public IReadOnlyList<LocalDate> Dates()
    {
        var dates = new List<LocalDate>();
        var last = First.PlusYears(MostYears);
        if (Until is { } until && until < last)
            last = until;
        var most = Math.Min(Count ?? MostOccurrences, MostOccurrences);
        for (var step = 0; dates.Count < most; step += Interval)
        {
            if (Start(step) > last)
                break;
            if (Nth(step) is { } day && day <= last)
                dates.Add(day);
        }

        return dates;
    }

    public IReadOnlyList<Occurrence> Occurrences() => [.. Dates().Select(On)];

    /// <summary>The meeting of a day. A skipped hour is shifted forward and of a doubled one the first is meant (RFC 5545, 3.3.5).</summary>
    public Occurrence On(LocalDate day)
    {
        var zone = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(Zone)];
        var local = day + Time;
        var isOrdinary = zone.MapLocal(local).Count == 1;
        return new Occurrence(local, zone.ResolveLocal(local, AsCalendarsDo).ToInstant(), isOrdinary);
    }

    // The first day that a step can give: it ends the walk even where a month has no such day.
    private LocalDate Start(int step) =>
        Frequency == Frequency.Weekly
            ? First.PlusWeeks(step)
            : new LocalDate(First.Year, First.Month, 1).PlusMonths(step);

    private LocalDate? Nth(int step) =>
        Frequency switch
        {
            Frequency.Weekly => First.PlusWeeks(step),
            Frequency.Monthly => Weekday(Start(step)),
            _ => First.Day <= CalendarSystem.Iso.GetDaysInMonth(Start(step).Year, Start(step).Month)
                ? Start(step).PlusDays(First.Day - 1)
                : null,
        };

    private LocalDate Weekday(LocalDate month) =>
        IsLastOfMonth
            ? month.PlusMonths(1).Previous(First.DayOfWeek)
            : month.PlusDays(-1).Next(First.DayOfWeek).PlusWeeks(Ordinal - 1);
}

/// <summary>One meeting of a series as the rule gives it. <paramref name="IsOrdinary"/> is false where the clock skips or doubles its hour.</summary>
public sealed record Occurrence(LocalDateTime Local, Instant Start, bool IsOrdinary);
