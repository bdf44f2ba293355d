using System.Globalization;
using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// A DURATION (RFC 5545 section 3.3.6): days that follow the clock across its changes, and an exact time on top.
/// </summary>
internal sealed record WrittenDuration(int Days, Duration Time)
{
    // A century: longer than any window that is asked about, and far from where dates end.
    private const long LongestSeconds = 100L * 366 * NodaConstants.SecondsPerDay;

    /// <summary>Null when it cannot be read or is negative.</summary>
    public static WrittenDuration? Parse(ReadOnlySpan<char> value)
    {
        var text = value.Trim().TrimStart('+');
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
            return null;

        var (days, seconds, number) = (0L, 0L, -1L);
        foreach (var mark in text[1..])
        {
            if (char.IsAsciiDigit(mark))
            {
                number = Math.Min(LongestSeconds, (Math.Max(0, number) * 10) + (mark - '0'));
                continue;
            }

            if (char.ToUpperInvariant(mark) == 'T')
                continue;
            if (number < 0 || UnitOf(mark) is not { } unit)
                return null;

            if (unit >= NodaConstants.SecondsPerDay)
                days += number * (unit / NodaConstants.SecondsPerDay);
            else
                seconds += number * unit;

            (days, seconds) = (Math.Min(days, LongestSeconds), Math.Min(seconds, LongestSeconds));
            number = -1;
        }

        days = Math.Min(days, LongestSeconds / NodaConstants.SecondsPerDay);
        return new WrittenDuration((int)days, Duration.FromSeconds(seconds));
    }

    private static int? UnitOf(char mark) =>
        char.ToUpper(mark, CultureInfo.InvariantCulture) switch
        {
            'W' => NodaConstants.SecondsPerWeek,
            'D' => NodaConstants.SecondsPerDay,
            'H' => NodaConstants.SecondsPerHour,
            'M' => NodaConstants.SecondsPerMinute,
            'S' => 1,
            _ => null,
        };
}
