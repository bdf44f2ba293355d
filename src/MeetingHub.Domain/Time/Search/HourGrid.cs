using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>How an hour suits everyone at once, for a picture: the worst of all decides.</summary>
public enum Fit
{
    /// <summary>Within everyone's working hours.</summary>
    Good,

    /// <summary>At most two hours outside somebody's.</summary>
    Fair,

    /// <summary>Evening, early morning or a day off for somebody.</summary>
    Poor,

    /// <summary>Night for somebody.</summary>
    Night,

    /// <summary>Curfew for somebody, or somebody required is busy: no meeting.</summary>
    Impossible,
}

/// <summary>One start in the picture: the fit, the hour of each place, and who of the required is busy.</summary>
public sealed record GridCell(Instant Start, Fit Fit, IReadOnlyList<PlaceMoment> Places, int BusyRequired, bool IsPast);

/// <summary>
/// A picture of days and hours: a row for each hour of the reader's day, a column for each day, each cell a meeting that begins
/// on that hour. At most 31 days are drawn.
/// </summary>
public sealed record HourGrid(
    IReadOnlyList<LocalDate> Days,
    IReadOnlyList<int> Hours,
    IReadOnlyDictionary<(LocalDate, int), GridCell> Cells
)
{
    public const int MostDays = 31;

    public static HourGrid Of(SlotRequest request)
    {
        var zone = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(request.DayZone)];
        var first = request.Range.Start.InZone(zone).Date;
        var count = Math.Min(
            MostDays,
            Period.DaysBetween(first, (request.Range.End - Duration.Epsilon).InZone(zone).Date) + 1
        );
        var days = Enumerable.Range(0, count).Select(first.PlusDays).ToList();
        var customs = request.People.Select(p => p.Customs).Distinct().ToList();
        var cells = new Dictionary<(LocalDate, int), GridCell>();
        foreach (var day in days)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                // A skipped hour has no cell; of a doubled one the first is drawn.
                var mapped = zone.MapLocal(day + new LocalTime(hour, 0));
                if (mapped.Count > 0)
                    cells[(day, hour)] = Cell(request, customs, mapped.First().ToInstant());
            }
        }

        return new HourGrid(days, [.. Useful(cells)], cells);
    }

    private static GridCell Cell(SlotRequest request, List<Customs> customs, Instant start)
    {
        var places = customs.Select(c => PlaceMoment.Of(c, start, request.Length)).ToList();
        var when = new Interval(start, start + request.Length);
        var busy = request.People.Count(p => p.IsRequired && SlotView.IsBusy(p, when));
        var worst = places.Max(p => p.Burden);
        var fit =
            busy > 0 || places.Exists(p => p.IsCurfew) ? Fit.Impossible
            : worst == 0 ? Fit.Good
            : worst <= 120 ? Fit.Fair
            : worst <= 480 ? Fit.Poor
            : Fit.Night;
        return new GridCell(start, fit, places, busy, start < request.Range.Start);
    }

    // Hours at which it is night or curfew for somebody on every day would only make the picture longer; something must be left.
    private static IEnumerable<int> Useful(Dictionary<(LocalDate Day, int Hour), GridCell> cells)
    {
        var useful = cells.Where(c => c.Value.Fit < Fit.Night).Select(c => c.Key.Hour).ToHashSet();
        return useful.Count == 0
            ? Enumerable.Range(0, 24)
            : Enumerable.Range(useful.Min(), useful.Max() - useful.Min() + 1);
    }
}
