using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>One meeting of a series with what it weighs on each place, in the places' order.</summary>
public sealed record LedgerLine(Instant Start, IReadOnlyList<int> Burdens);

/// <summary>Who has carried how much of a series' odd hours so far: burdens of <see cref="Burden"/> in minutes.</summary>
public sealed record Ledger(IReadOnlyList<Customs> Places, IReadOnlyList<LedgerLine> Lines)
{
    public IReadOnlyList<int> Totals => [.. Places.Select((_, i) => Lines.Sum(l => l.Burdens[i]))];

    public static Ledger Of(IReadOnlyList<Customs> places, IEnumerable<Instant> starts, Duration length) =>
        new(places, [.. starts.Select(start => Line(places, start, length))]);

    internal static LedgerLine Line(IReadOnlyList<Customs> places, Instant start, Duration length) =>
        new(start, [.. places.Select(p => PlaceMoment.Of(p, start, length).Burden)]);
}

/// <summary>
/// Shares out the odd hours of a series. For each day it takes, of the quarters of an hour at which nobody is in curfew, the one
/// after which the place that has carried most has carried least; then the one whose sum is least; then the nearest to the
/// usual hour, then the earliest. Where some hour suits all it is taken each time and nothing is carried.
/// </summary>
public static class Rotation
{
    public static Ledger Plan(
        IReadOnlyList<Occurrence> usual,
        IReadOnlyList<Customs> places,
        Duration length,
        string zone
    )
    {
        var carried = new int[places.Count];
        var lines = new List<LedgerLine>();
        foreach (var occurrence in usual)
        {
            var line = Candidates(occurrence, zone)
                .Where(start => !places.Any(p => p.Curfews(new Interval(start, start + length)).Any()))
                .Select(start => Ledger.Line(places, start, length))
                .OrderBy(l => l.Burdens.Select((b, i) => carried[i] + b).Max())
                .ThenBy(l => l.Burdens.Sum())
                .ThenBy(l => Distance(l.Start, occurrence.Start))
                .ThenBy(l => l.Start)
                .FirstOrDefault(Ledger.Line(places, occurrence.Start, length));
            lines.Add(line);
            for (var i = 0; i < carried.Length; i++)
                carried[i] += line.Burdens[i];
        }

        return new Ledger(places, lines);
    }

    private static IEnumerable<Instant> Candidates(Occurrence occurrence, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        var (day, next) = (tz.AtStartOfDay(occurrence.Local.Date), tz.AtStartOfDay(occurrence.Local.Date.PlusDays(1)));
        for (var start = day.ToInstant(); start < next.ToInstant(); start += Duration.FromMinutes(15))
            yield return start;
    }

    private static Duration Distance(Instant one, Instant other) => one < other ? other - one : one - other;
}
