namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>Where a meeting stands beside those that it overlaps: the lane from 0, of so many that share the width.</summary>
public sealed record Lane(int Index, int Of);

/// <summary>
/// Puts meetings that overlap beside each other. Those that touch each other, directly or through others, share the width; one
/// that overlaps nothing has all of it. What only begins when another ends does not overlap it.
/// </summary>
public static class Lanes
{
    /// <param name="spans">From and until, in whatever unit, sorted by where they begin.</param>
    public static IReadOnlyList<Lane> Of(IReadOnlyList<(int From, int To)> spans)
    {
        var placed = new List<Lane>();
        var ends = new List<int>();
        var together = 0;
        foreach (var (from, to) in spans)
        {
            if (ends.Count > 0 && ends.Max() <= from)
            {
                Share(placed, together, ends.Count);
                together = placed.Count;
                ends.Clear();
            }

            var free = ends.FindIndex(end => end <= from);
            if (free < 0)
                ends.Add(to);
            else
                ends[free] = to;
            placed.Add(new Lane(free < 0 ? ends.Count - 1 : free, 1));
        }

        Share(placed, together, ends.Count);
        return placed;
    }

    private static void Share(List<Lane> placed, int from, int lanes)
    {
        for (var i = from; i < placed.Count; i++)
            placed[i] = placed[i] with { Of = lanes };
    }
}
