using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// A written RRULE, tried on every day in turn: slow and plain, so that it makes no mistake that the writer makes.
/// It knows only what is written here and throws at anything else.
/// </summary>
internal sealed class RuleReading
{
    private static readonly string[] Weekdays = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly string frequency;
    private readonly int interval = 1;
    private readonly int? month;
    private readonly int? monthDay;
    private readonly int ordinal;
    private readonly int weekday;

    public RuleReading(string text)
    {
        frequency = "";
        foreach (var field in text.Split(';').Select(f => f.Split('=')))
        {
            switch (field[0])
            {
                case "FREQ":
                    frequency = field[1];
                    break;
                case "INTERVAL":
                    interval = Number(field[1]);
                    break;
                case "UNTIL":
                    Until = Utc.Parse(field[1]).Value;
                    break;
                case "BYMONTH":
                    month = Number(field[1]);
                    break;
                case "BYMONTHDAY":
                    monthDay = Number(field[1]);
                    break;
                case "BYDAY":
                    weekday = Array.IndexOf(Weekdays, field[1][^2..]);
                    ordinal = field[1].Length > 2 ? Number(field[1][..^2]) : 0;
                    break;
                default:
                    throw new FormatException($"Nothing here writes {field[0]} into a rule.");
            }
        }
    }

    public Instant? Until { get; }

    public IEnumerable<LocalDate> Days(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (month is { } only && day.Month != only)
                day = day.With(DateAdjusters.EndOfMonth);
            else if (IsInStep(first, day) && IsTheDay(day))
                yield return day;
        }
    }

    private bool IsInStep(LocalDate first, LocalDate day) =>
        frequency switch
        {
            "WEEKLY" => Period.DaysBetween(first, day) % (7 * interval) < 7,
            "MONTHLY" => ((day.Year - first.Year) * 12 + day.Month - first.Month) % interval == 0,
            "YEARLY" => true,
            _ => throw new FormatException($"Nothing here recurs {frequency}."),
        };

    private bool IsTheDay(LocalDate day) =>
        monthDay is { } number
            ? day.Day == number
            : (int)day.DayOfWeek == weekday
                && ordinal switch
                {
                    0 => true,
                    -1 => day.PlusWeeks(1).Month != day.Month,
                    _ => (day.Day + 6) / 7 == ordinal,
                };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
