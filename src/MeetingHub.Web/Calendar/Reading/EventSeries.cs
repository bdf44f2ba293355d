using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Events with the same UID: the series, and instances that were moved or cancelled. An instance is known by its instant,
/// because clients write RECURRENCE-ID in UTC beside a series in a zone, and comparing texts would count it twice.
/// </summary>
internal static class EventSeries
{
    public static void Read(CalendarPart calendar, ForeignZones zones, BusyTimes busy)
    {
        // Google names a person's own calendar by the address, which is all that a feed says of its owner.
        var owner = CalendarAddress.FromUri(calendar.Value("X-WR-CALNAME"));
        var events = calendar.Named("VEVENT").Select(ForeignEvent.Of).OfType<ForeignEvent>();
        foreach (var series in events.GroupBy(e => e.Uid ?? (object)e))
            Read([.. Newest(series, zones)], owner, zones, busy);
    }

    // Exports of several years hold earlier versions of the same event too.
    private static IEnumerable<ForeignEvent> Newest(IEnumerable<ForeignEvent> series, ForeignZones zones) =>
        from e in series
        group e by e.Instance is null ? (Instant?)null : zones.InstantOf(e.Instance) into versions
        let last = versions.Max(e => e.Sequence)
        from e in versions
        where e.Sequence == last
        select e;

    private static void Read(IReadOnlyList<ForeignEvent> series, string? owner, ForeignZones zones, BusyTimes busy)
    {
        var moved = series.Select(e => e.Instance).OfType<WrittenTime>().ToList();
        foreach (var e in series.Where(e => e.IsBusy(owner)).TakeWhile(_ => busy.Effort.CanBegin()))
        {
            var times = new EventTimes(e, zones, busy);
            if (e.Instance is null)
                times.AddSeries(moved);
            else
                times.AddOnce();
        }
    }
}
