using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>
/// Clear days (<i>jours francs</i>) of notice before a French municipal council sits. Neither the day on which the convocation
/// is sent nor the day of the sitting counts; Saturdays, Sundays and holidays do, and prolong nothing (Conseil d'État,
/// 13 October 1993). Days are those of the council's own calendar.
/// </summary>
public static class ClearDays
{
    /// <summary>Three clear days below this number of inhabitants (CGCT L2121-11), five from it on (L2121-12).</summary>
    public const int LargerCommune = 3500;

    /// <summary>What a mayor may shorten the notice to in an emergency, in a commune of any size (L2121-11 and L2121-12).</summary>
    public const int WhenUrgent = 1;

    /// <summary>A commune whose size nobody has entered is held to the longer notice: too early is never too late.</summary>
    public static int For(int? inhabitants) => inhabitants < LargerCommune ? 3 : 5;

    /// <summary>The last day on which the convocation can be sent so that as many clear days remain.</summary>
    public static LocalDate LastDayToSend(LocalDate sitting, int clearDays) => sitting.PlusDays(-clearDays - 1);
}

/// <summary>Whether a convocation that is sent today still comes in time.</summary>
public enum NoticeState
{
    InTime,

    /// <summary>Too late for the ordinary notice, but not for the shortened one, of which the council itself must be told why.</summary>
    OnlyIfUrgent,
    TooLate,
}

/// <summary>The notice that a council must have of a sitting. It is shown and warned about; it forbids nothing.</summary>
public sealed record NoticeOfSitting(int Days, LocalDate SendBy, LocalDate SendByIfUrgent, NoticeState State)
{
    /// <param name="zone">The council's own: the day of a sitting in Paris may be another one in Vancouver.</param>
    public static NoticeOfSitting Of(Instant start, DateTimeZone zone, int? inhabitants, Instant now)
    {
        var (sitting, today) = (start.InZone(zone).Date, now.InZone(zone).Date);
        var days = ClearDays.For(inhabitants);
        var sendBy = ClearDays.LastDayToSend(sitting, days);
        var ifUrgent = ClearDays.LastDayToSend(sitting, ClearDays.WhenUrgent);
        var state =
            today <= sendBy ? NoticeState.InTime
            : today <= ifUrgent ? NoticeState.OnlyIfUrgent
            : NoticeState.TooLate;
        return new NoticeOfSitting(days, sendBy, ifUrgent, state);
    }
}
