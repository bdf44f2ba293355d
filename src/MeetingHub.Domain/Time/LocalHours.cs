using NodaTime;
using NodaTime.TimeZones;

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
public sealed record LocalHours(
    string Zone,
    LocalTime WorkFrom,
    LocalTime WorkTo,
    LocalTime? CurfewFrom,
    LocalTime? CurfewTo
)
{
    private static readonly ZoneLocalMappingResolver FirstReading = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnForwardShifted
    );
    private static readonly ZoneLocalMappingResolver LastReading = Resolvers.CreateMappingResolver(
        Resolvers.ReturnLater,
        Resolvers.ReturnForwardShifted
    );

    public static LocalHours Office(string zone) => new(zone, new LocalTime(8, 0), new LocalTime(18, 0), null, null);

    /// <summary>How a meeting from <paramref name="start"/> of this length falls: the worst of all its minutes counts.</summary>
    public LocalMoment At(Instant start, Duration length)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var (from, to) = (start.InZone(zone), (start + length).InZone(zone));
        var suitability = TouchesCurfew(from, to) ? Suitability.Curfew : Judge(from.LocalDateTime, to.LocalDateTime);
        return new LocalMoment(Zone, from.LocalDateTime, to.LocalDateTime, suitability);
    }

    private Suitability Judge(LocalDateTime from, LocalDateTime to)
    {
        if (IsWeekend(from) || IsWeekend(to.PlusNanoseconds(-1)))
            return Suitability.Weekend;
        return from.Date == to.Date && from.TimeOfDay >= WorkFrom && to.TimeOfDay <= WorkTo
            ? Suitability.WorkingHours
            : Suitability.OutsideWorkingHours;
    }

    private static bool IsWeekend(LocalDateTime local) =>
        local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    // The curfews of the day before, of the day and of the days until the end: one that spans midnight began yesterday.
    // Compared as instants, from the first reading of its start to the last of its end: where an hour is doubled, local
    // times run backwards.
    private bool TouchesCurfew(ZonedDateTime from, ZonedDateTime to)
    {
        if (CurfewFrom is not { } begins || CurfewTo is not { } ends || begins == ends)
            return false;

        for (var day = from.Date.PlusDays(-1); day <= to.Date; day = day.PlusDays(1))
        {
            var curfewStart = from.Zone.ResolveLocal(day.At(begins), FirstReading).ToInstant();
            var curfewEnd = from
                .Zone.ResolveLocal((begins < ends ? day : day.PlusDays(1)).At(ends), LastReading)
                .ToInstant();
            if (from.ToInstant() < curfewEnd && curfewStart < to.ToInstant())
                return true;
        }

        return false;
    }
}

/// <summary>A meeting's time as one place lives it.</summary>
public sealed record LocalMoment(string Zone, LocalDateTime From, LocalDateTime To, Suitability Suitability);
