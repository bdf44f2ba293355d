using NodaTime;

namespace MeetingHub.Domain.Time;

/// <summary>
/// Two zones whose clocks are, for some weeks, another number of hours apart than usual, because one side has changed its clock
/// and the other has not. Kyiv and New York: 6 h instead of 7 h from 25 October to 1 November 2026 and from 14 to 28 March 2027.
/// </summary>
/// <param name="Hours">How far the first clock is ahead of the second at that time.</param>
/// <param name="Usual">How far it is for most of the year around.</param>
/// <param name="When">From the one change to the other; the end does not belong to it.</param>
public sealed record ClockGap(string Zone, string Other, Offset Hours, Offset Usual, Interval When)
{
    // Where only one side changes its clock at all (Kyiv and Tokyo), each difference lasts for months: nobody is surprised by
    // the shorter one. The longest true gaps, in spring between Europe and Egypt or Chile, last five weeks.
    private static readonly Duration Longest = Duration.FromDays(60);
    private static readonly Duration HalfYear = Duration.FromHours(24 * 365.25 / 2);

    /// <summary>Null when the clocks are as far apart as usual, and for zones that nobody knows.</summary>
    public static ClockGap? Between(string zone, string other, Instant at)
    {
        var (one, two) = (Find(zone), Find(other));
        if (one is null || two is null || one.Equals(two))
            return null;

        var year = new Interval(at - HalfYear, at + HalfYear);
        var stretches = Stretches(one, two, year);
        var now = stretches.Find(s => s.When.Contains(at))!;
        var usual = stretches.GroupBy(s => s.Hours).MaxBy(g => g.Sum(s => s.When.Duration.TotalSeconds))!.Key;
        return now.Hours == usual || now.When.Duration > Longest
            ? null
            : new ClockGap(zone, other, now.Hours, usual, now.When);
    }

    /// <summary>The first zone against each of the others, where they are unusually far apart.</summary>
    public static IEnumerable<ClockGap> Seen(string zone, IEnumerable<string> others, Instant at) =>
        others
            .Select(LocalSlot.Canonical)
            .Distinct()
            .Select(other => Between(LocalSlot.Canonical(zone), other, at))
            .OfType<ClockGap>();

    private static DateTimeZone? Find(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(LocalSlot.Canonical(zone));

    // Neighbours with one difference are one stretch: both sides may change their clocks in the same night.
    private static List<Stretch> Stretches(DateTimeZone one, DateTimeZone two, Interval year)
    {
        var edges = Edges(one, year)
            .Concat(Edges(two, year))
            .Append(year.Start)
            .Append(year.End)
            .Distinct()
            .Order()
            .ToList();
        var stretches = new List<Stretch>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var hours = one.GetUtcOffset(edges[i]) - two.GetUtcOffset(edges[i]);
            if (stretches is [.., var last] && last.Hours == hours)
                stretches[^1] = last with { When = new Interval(last.When.Start, edges[i + 1]) };
            else
                stretches.Add(new Stretch(hours, new Interval(edges[i], edges[i + 1])));
        }

        return stretches;
    }

    private static IEnumerable<Instant> Edges(DateTimeZone zone, Interval year) =>
        zone.GetZoneIntervals(year).Where(i => i.HasStart && i.Start > year.Start).Select(i => i.Start);

    private sealed record Stretch(Offset Hours, Interval When);
}
