using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>When one meeting is, and when it would be by the rule of its series.</summary>
public sealed record MeantTime(Instant Original, Instant Start, Instant End)
{
    /// <summary>As the format can say it.</summary>
    public MeantTime InSeconds => new(Whole(Original), Whole(Start), Whole(End));

    private static Instant Whole(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}

/// <summary>
/// The last look at a calendar before it leaves: it is read by its text alone, zones and rules included, and every meeting in it
/// compared with what NodaTime says. A council that comes an hour early will not trust the next letter, so a calendar that says
/// something else is never sent; that is a bug, and the letter waits in the outbox, where the secretary sees it.
/// </summary>
public static class CalendarCheck
{
    public static string Sure(string ics, IEnumerable<MeantTime> meant)
    {
        var read = Reading.CalendarReading.Times(ics).OrderBy(t => t.Original).ToList();
        var expected = meant.Select(t => t.InSeconds).OrderBy(t => t.Original).ToList();
        for (var i = 0; i < Math.Max(read.Count, expected.Count); i++)
        {
            if (i >= read.Count || i >= expected.Count || read[i] != expected[i])
                throw new InvalidOperationException(
                    $"The calendar says {At(read, i)} where {At(expected, i)} is meant."
                );
        }

        return ics;
    }

    private static string At(List<MeantTime> times, int i) =>
        i < times.Count ? $"{times[i].Start} to {times[i].End} (by its rule {times[i].Original})" : "nothing";
}
