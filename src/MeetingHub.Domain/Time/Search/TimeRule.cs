using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>What a rule says of the days and hours that it names.</summary>
public enum TimeRuleKind
{
    /// <summary>The hours are working hours, and the day a working day.</summary>
    WorkingHours,

    /// <summary>Nobody may be in the street: a hard limit. Replaces every other curfew that begins on the same day.</summary>
    Curfew,

    /// <summary>The whole day is free: a local holiday, leave.</summary>
    DayOff,

    /// <summary>A working day in spite of a holiday or a weekend.</summary>
    WorkingDay,

    /// <summary>Power is expected to be cut: a soft limit that weighs as much as it is sure.</summary>
    PowerCut,

    /// <summary>The person cannot come, as if the hours stood in their calendar.</summary>
    Away,
}

/// <summary>The days of the week that a rule holds on.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = Workdays | Saturday | Sunday,
}

/// <summary>
/// What a community's or a person's days are like, between two dates (inclusive; none: without end) and on some days of the
/// week. Hours are local. A curfew, a power cut or an absence whose end is not after its start goes on into the next day;
/// equal ends of a curfew say that there is none. Of two rules of a kind for one day the later in the list counts.
/// </summary>
/// <param name="Confidence">How sure a power cut is, in per cent, 1 to 100.</param>
public sealed record TimeRule(
    TimeRuleKind Kind,
    LocalDate? From,
    LocalDate? To,
    Weekdays Days,
    LocalTime Start,
    LocalTime End,
    int Confidence = 100
)
{
    public bool Holds(LocalDate day) =>
        (From is not { } from || day >= from) && (To is not { } to || day <= to) && Days.HasFlag(On(day.DayOfWeek));

    public static Weekdays On(IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    /// <summary>Refuses what no rule can say; the hours of a whole-day rule are not asked about.</summary>
    public Meetings.Refusal? Fault() =>
        From > To || Days == Weekdays.None ? Meetings.Refusal.DatesInvalid
        : Kind == TimeRuleKind.WorkingHours && End <= Start ? Meetings.Refusal.HoursInvalid
        : Confidence is < 1 or > 100 ? Meetings.Refusal.HoursInvalid
        : null;
}
