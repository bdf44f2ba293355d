using System.Globalization;
using Ical.Net.DataTypes;
using NodaTime;
using Duration = NodaTime.Duration;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// An RRULE made safe to hand to Ical.Net. UNTIL is taken out, because it is written in UTC against a start in a zone and is
/// compared here by instants; whatever would make one step of the evaluator long is refused.
/// </summary>
/// <param name="Pattern">The rule without its end.</param>
/// <param name="Until">Last moment on which it may fall, or null.</param>
/// <param name="Unit">Length of one step for rules by days and shorter, and by weeks; null for months and years.</param>
/// <param name="MostUnmatched">Steps without a match after which the evaluator gives up.</param>
internal sealed record RepeatRule(RecurrenceRule Pattern, WrittenTime? Until, Duration? Unit, int MostUnmatched)
{
    private const int LongestRule = 2000;

    // 366 days at a dozen times each; real rules have a few dozen.
    private const int MostInOneStep = 5000;

    // Weeks of that many are more than a duration holds.
    private const int LongestInterval = 2_000_000;

    // Candidates looked at without a match: a fraction of a second of Ical.Net's time.
    private const int MostInVain = 300_000;

    private static readonly string[] Known =
    [
        "FREQ",
        "INTERVAL",
        "COUNT",
        "WKST",
        "BYSECOND",
        "BYMINUTE",
        "BYHOUR",
        "BYDAY",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
    ];

    /// <summary>Null when it cannot be read; then the event happens once, as far as anybody can tell.</summary>
    public static RepeatRule? Parse(string rule, Effort effort)
    {
        if (rule.Length > LongestRule)
            return null;

        var fields = new Dictionary<string, string>();
        foreach (var field in rule.ToUpperInvariant().Split(';'))
        {
            if (field.Split('=') is [var name, var value])
                fields.TryAdd(name.Trim(), value.Trim());
        }

        var most = MostIn(fields);
        if (most > MostInOneStep)
        {
            effort.GiveUp(CalendarFault.TooManyOccurrences);
            return null;
        }

        var until = fields.TryGetValue("UNTIL", out var end) ? WrittenTime.Parse(end, null) : null;
        return PatternOf(fields) is { } pattern
            ? new RepeatRule(pattern, until, UnitOf(fields), Unmatched(fields["FREQ"], most))
            : null;
    }

    private static RecurrenceRule? PatternOf(Dictionary<string, string> fields)
    {
        var known = Known.Where(fields.ContainsKey).Select(name => $"{name}={fields[name]}");
        try
        {
            var pattern = new RecurrenceRule(string.Join(';', known));
            return fields.ContainsKey("FREQ") ? pattern : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    // Each list multiplies the candidates of one step; a day has at most 86,400 and a year 366 of those.
    private static long MostIn(Dictionary<string, string> fields)
    {
        long Listed(string name) => fields.TryGetValue(name, out var list) ? list.Count(c => c == ',') + 1 : 1;

        var days = Math.Min(366, Math.Max(Listed("BYMONTHDAY") * Listed("BYMONTH") * 12, Listed("BYYEARDAY")));
        if (fields.ContainsKey("BYDAY") || fields.ContainsKey("BYWEEKNO"))
            days = 366;
        days = fields.GetValueOrDefault("FREQ") switch
        {
            "YEARLY" => days,
            "MONTHLY" => Math.Min(days, 31),
            "WEEKLY" => 7,
            _ => 1,
        };
        return days * Listed("BYHOUR") * Listed("BYMINUTE") * Listed("BYSECOND");
    }

    // 29 February can be away eight years, and Friday 13 fourteen months.
    private static int Unmatched(string frequency, long most) =>
        (int)
            Math.Min(
                MostInVain / most,
                frequency switch
                {
                    "YEARLY" => 500,
                    "MONTHLY" or "WEEKLY" => 5000,
                    _ => 20_000,
                }
            );

    private static Duration? UnitOf(Dictionary<string, string> fields)
    {
        var written = fields.GetValueOrDefault("INTERVAL", "1");
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var interval))
            interval = 1;
        if (interval is < 1 or > LongestInterval)
            return null;

        return fields["FREQ"] switch
        {
            "SECONDLY" => Duration.FromSeconds(interval),
            "MINUTELY" => Duration.FromMinutes(interval),
            "HOURLY" => Duration.FromHours(interval),
            "DAILY" => Duration.FromDays(interval),
            "WEEKLY" => Duration.FromDays(7 * interval),
            _ => null,
        };
    }
}
