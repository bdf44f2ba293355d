using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>How a moment falls for someone, from good to forbidden.</summary>
public enum Suitability
{
    WorkingHours,
    OutsideWorkingHours,
    Weekend,

    /// <summary>Nobody may be in the street: a hard limit, set by the oblast's order and dated in the community's settings.</summary>
    Curfew,
}

/// <summary>
/// When a place works and when it must stay at home, in its own local time. A curfew may span midnight; equal ends mean
/// that there is none. Source for Kharkiv oblast: 00:00 to 05:00.
/// </summary>
public sealed record LocalHours(string Zone, LocalTime WorkFrom, LocalTime WorkTo, LocalTime? CurfewFrom, LocalTime? CurfewTo)
{
    public static LocalHours Office(string zone) => new(zone, new LocalTime(8, 0), new LocalTime(18, 0), null, null);

    /// <summary>How a meeting from <paramref name="start"/> of this length falls: the worst of all its minutes counts.</summary>
    public LocalMoment At(Instant start, Duration length)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var from = start.InZone(zone).LocalDateTime;
        var to = (start + length).InZone(zone).LocalDateTime;
        return new LocalMoment(Zone, from, to, Judge(from, to));
    }

    private Suitability Judge(LocalDateTime from, LocalDateTime to)
    {
        if (TouchesCurfew(from, to))
            return Suitability.Curfew;
        if (from.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            return Suitability.Weekend;
        return from.Date == to.Date && from.TimeOfDay >= WorkFrom && to.TimeOfDay <= WorkTo
            ? Suitability.WorkingHours
            : Suitability.OutsideWorkingHours;
    }

    // The curfews of the day before, of the day and of the days until the end: one that spans midnight began yesterday.
    private bool TouchesCurfew(LocalDateTime from, LocalDateTime to)
    {
        if (CurfewFrom is not { } begins || CurfewTo is not { } ends || begins == ends)
            return false;

        for (var day = from.Date.PlusDays(-1); day <= to.Date; day = day.PlusDays(1))
        {
            var curfewStart = day.At(begins);
            var curfewEnd = (begins < ends ? day : day.PlusDays(1)).At(ends);
            if (from < curfewEnd && curfewStart < to)
                return true;
        }

        return false;
    }
}

/// <summary>A meeting's time as one place lives it.</summary>
public sealed record LocalMoment(string Zone, LocalDateTime From, LocalDateTime To, Suitability Suitability);
