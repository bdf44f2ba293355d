using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>
/// How hard a moment is on somebody, in minutes: 0 within the working hours of a working day; outside of them the distance
/// to those hours on the same day; four hours more at night (22:00 to 06:00), and four hours more on a day off. So 20:00
/// after work until 18:00 weighs 2 h, Saturday at noon 4 h, and 02:00 before work from 08:00 weighs 10 h. A meeting
/// weighs as much as its worst minute. The weights are ours: they order "early", "weekend" and "night" as secretaries
/// do, and each search shows the local hours that it found, so that people can judge by themselves.
/// </summary>
public static class Burden
{
    public const int Night = 240;
    public const int DayOff = 240;

    /// <summary>What it adds to the sum when somebody who need not come cannot.</summary>
    public const int MissedByOptional = 240;

    private const int NightEnds = 6 * 60;
    private const int NightBegins = 22 * 60;

    /// <param name="minute">Minute of the local day, 0 to 1439.</param>
    public static int OfMinute(int minute, DayCustom day)
    {
        var (from, to) = (MinuteOf(day.From), MinuteOf(day.To));
        var distance =
            minute < from ? from - minute
            : minute >= to ? minute + 1 - to
            : 0;
        var isNight = distance > 0 && minute is (< NightEnds or >= NightBegins);
        return distance + (isNight ? Night : 0) + (day.IsOff ? DayOff : 0);
    }

    /// <summary>Of the five minutes from here: the worst is the first, before work, or the last, after it.</summary>
    internal static int OfCell(int firstMinute, DayCustom day) =>
        Math.Max(OfMinute(firstMinute, day), OfMinute(firstMinute + 4, day));

    private static int MinuteOf(LocalTime time) => time.Hour * 60 + time.Minute;
}
