using System.Globalization;
using MeetingHub.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>A recurrence in the words of RFC 5545 section 3.3.10, with nothing left for DTSTART to imply.</summary>
internal static class RecurrenceText
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>UNTIL is the start of the last meeting, in UTC: the standard wants it so where DTSTART has a zone.</summary>
    public static string Of(Recurrence rule, Instant last) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"FREQ={Unit(rule)};INTERVAL={rule.Interval};UNTIL={Utc.Format(last)};{Day(rule)}"
        );

    private static string Unit(Recurrence rule) => rule.Frequency == Frequency.Weekly ? "WEEKLY" : "MONTHLY";

    private static string Day(Recurrence rule)
    {
        var weekday = rule.First.DayOfWeek.ToString()[..2].ToUpperInvariant();
        return rule.Frequency switch
        {
            Frequency.Weekly => $"BYDAY={weekday}",
            Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"BYDAY={rule.Ordinal}{weekday}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"BYMONTHDAY={rule.First.Day}"),
        };
    }
}
