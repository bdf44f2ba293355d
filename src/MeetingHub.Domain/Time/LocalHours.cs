using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>How a moment falls for someone, from good to forbidden.</summary>
public enum Suitability
{
    WorkingHours,
    OutsideWorkingHours,
    Weekend,

    /// <summary>A public holiday that is kept, or a day off by the place's own rules.</summary>
    DayOff,

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
    public static LocalHours Office(string zone) => new(zone, new LocalTime(8, 0), new LocalTime(18, 0), null, null);

    /// <summary>How a meeting from <paramref name="start"/> of this length falls, if every week were alike.</summary>
    public LocalMoment At(Instant start, Duration length) => new Customs(this).At(start, length);
}

/// <summary>A meeting's time as one place lives it.</summary>
public sealed record LocalMoment(string Zone, LocalDateTime From, LocalDateTime To, Suitability Suitability);
