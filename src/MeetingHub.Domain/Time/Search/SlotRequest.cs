using System.Runtime.InteropServices;
using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>
/// Somebody for whom a time is sought. Their busy times may come in any order and overlap; unknown ones are left empty and
/// said to be unknown by whoever asks.
/// </summary>
public sealed record Attendee(Guid Id, bool IsRequired, Customs Customs, IReadOnlyList<Interval> Busy);

/// <summary>
/// What is sought: a start within <paramref name="Range"/> (the end too) at a quarter of an hour, for so many minutes (5 to
/// 720, rounded up to five). At most <paramref name="PerDay"/> times of one day of <paramref name="DayZone"/> are given,
/// at least an hour apart, so that a list is a choice and not one morning in quarters.
/// </summary>
public sealed record SlotRequest(
    IReadOnlyList<Attendee> People,
    Interval Range,
    int Minutes,
    string DayZone,
    int Count = 10,
    int PerDay = 2
)
{
    public const int MostDays = 93;
    public const int MostPeople = 200;
    public const int MostSlots = 100;

    public static readonly Duration Apart = Duration.FromHours(1);

    /// <summary>The length that is searched for: whole cells of five minutes.</summary>
    public Duration Length => Duration.FromMinutes((Minutes + 4) / 5 * 5);

    public Meetings.Refusal? Fault() =>
        Minutes is < 5 or > Meetings.MeetingPlan.LongestMinutes ? Meetings.Refusal.DurationOutOfRange
        : !Range.HasStart || !Range.HasEnd || Range.Duration > Duration.FromDays(MostDays)
            ? Meetings.Refusal.DatesInvalid
        : People.Count is 0 or > MostPeople ? Meetings.Refusal.PersonUnknown
        : !LocalSlot.IsZone(DayZone) ? Meetings.Refusal.ZoneUnknown
        : null;
}

/// <summary>
/// A time that was found, with what it weighs: the burden of whoever has it worst, and the sum of all burdens with what
/// power cuts, advisory holidays and missing optional people add. Smaller is fairer; of two alike the earlier comes first.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Slot(Instant Start, int Worst, int Sum) : IComparable<Slot>
{
    /// <summary>Not within everyone's working hours: the least bad that there is.</summary>
    public bool IsCompromise => Worst > 0;

    public int CompareTo(Slot other) => (Worst, Sum, Start).CompareTo((other.Worst, other.Sum, other.Start));

    public static bool operator <(Slot left, Slot right) => left.CompareTo(right) < 0;

    public static bool operator >(Slot left, Slot right) => left.CompareTo(right) > 0;

    public static bool operator <=(Slot left, Slot right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Slot left, Slot right) => left.CompareTo(right) >= 0;
}
