using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>A zone known by the changes of its clock alone.</summary>
internal sealed class DefinedZone : DateTimeZone
{
    private readonly ZoneInterval[] intervals;

    private DefinedZone(string id, ZoneInterval[] intervals)
        : base(id, intervals.Length == 1, intervals.Min(i => i.WallOffset), intervals.Max(i => i.WallOffset)) =>
        this.intervals = intervals;

    public static DateTimeZone Of(string id, Offset before, IEnumerable<KeyValuePair<Instant, Offset>> changes)
    {
        var between = new List<ZoneInterval>();
        Instant? since = null;
        foreach (var (instant, after) in changes.Where(change => IsOrdinary(change.Key)))
        {
            if (after == before)
                continue;

            between.Add(new ZoneInterval(id, since, instant, before, Offset.Zero));
            (since, before) = (instant, after);
        }

        between.Add(new ZoneInterval(id, since, null, before, Offset.Zero));
        return new DefinedZone(id, [.. between]);
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var (low, high) = (0, intervals.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (intervals[middle].HasEnd && intervals[middle].End <= instant)
                low = middle + 1;
            else
                high = middle;
        }

        return intervals[low];
    }

    // Changes less than two days from the ends of time have no local time on both sides.
    private static bool IsOrdinary(Instant change) =>
        change > Instant.FromUtc(1, 1, 3, 0, 0) && change < Instant.FromUtc(9999, 12, 29, 0, 0);
}
