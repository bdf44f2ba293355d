using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Gathers busy stretches of one window.</summary>
internal sealed class BusyTimes(Interval window, Effort effort)
{
    private readonly List<Interval> stretches = [];

    public Interval Window => window;

    public Effort Effort => effort;

    /// <summary>Adds what of it lies inside the window. A stretch without length keeps nobody from meeting.</summary>
    public void Add(Instant start, Instant end)
    {
        var (from, to) = (Instant.Max(start, window.Start), Instant.Min(end, window.End));
        if (from < to && effort.CanOccur())
            stretches.Add(new Interval(from, to));
    }

    public IReadOnlyList<Interval> Merged()
    {
        var merged = new List<Interval>();
        foreach (var stretch in stretches.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && stretch.Start <= merged[^1].End)
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, stretch.End));
            else
                merged.Add(stretch);
        }

        return merged;
    }
}
