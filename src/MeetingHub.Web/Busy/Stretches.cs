using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>Busy stretches as an answer holds them: within the window, in order, none touching the next.</summary>
public static class Stretches
{
    public static IReadOnlyList<Interval> Merge(IEnumerable<Interval> times, Interval window)
    {
        var merged = new List<Interval>();
        foreach (var time in times.Select(t => Clip(t, window)).OfType<Interval>().OrderBy(t => t.Start))
        {
            if (merged.Count > 0 && merged[^1].End >= time.Start)
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, time.End));
            else
                merged.Add(time);
        }

        return merged;
    }

    private static Interval? Clip(Interval time, Interval window)
    {
        var start = time.HasStart ? Instant.Max(time.Start, window.Start) : window.Start;
        var end = time.HasEnd ? Instant.Min(time.End, window.End) : window.End;
        return start < end ? new Interval(start, end) : null;
    }
}
