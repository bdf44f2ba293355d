using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Reads one answer of getSchedule. Items are exact; a mailbox that shows only free and busy gives none, and then its view does:
/// a digit for each cell of time (scheduleInformation: 0 free or working elsewhere, 1 tentative, 2 busy, 3 away).
/// </summary>
internal static class ScheduleReading
{
    public const int CellMinutes = 15;
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.ExtendedIso;

    /// <summary>Busy times within the window, in no order; null when something in the answer cannot be read.</summary>
    public static List<Interval>? Of(ScheduleInformation schedule, Interval window)
    {
        if (schedule.ScheduleItems is not { Count: > 0 } items)
            return schedule.AvailabilityView is { } view ? OfView(view, window) : null;

        var busy = new List<Interval>();
        // A status that we do not know keeps its time taken: free is said or it is not so.
        foreach (var item in items.Where(i => i.Status is not (FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere)))
        {
            if (InstantOf(item.Start) is not { } start || InstantOf(item.End) is not { } end || end < start)
                return null;
            Clip(start, end, window, busy);
        }

        return busy;
    }

    public static IReadOnlyList<Interval> Merged(List<Interval> times)
    {
        var merged = new List<Interval>();
        foreach (var time in times.OrderBy(t => t.Start))
        {
            if (merged is [.., var last] && time.Start <= last.End)
                merged[^1] = new Interval(last.Start, Instant.Max(last.End, time.End));
            else
                merged.Add(time);
        }

        return merged;
    }

    private static List<Interval>? OfView(string view, Interval window)
    {
        var cell = Duration.FromMinutes(CellMinutes);
        // A view that is too short would leave the rest of the window free.
        if (window.Start + cell * view.Length < window.End)
            return null;
        var busy = new List<Interval>();
        for (var i = 0; i < view.Length; i++)
        {
            if (view[i] is not ('0' or '4'))
                Clip(window.Start + cell * i, window.Start + cell * (i + 1), window, busy);
        }

        return busy;
    }

    private static void Clip(Instant start, Instant end, Interval window, List<Interval> busy)
    {
        var (from, to) = (Instant.Max(start, window.Start), Instant.Min(end, window.End));
        if (from < to)
            busy.Add(new Interval(from, to));
    }

    private static Instant? InstantOf(DateTimeTimeZone? time) =>
        time?.DateTime is { } text
        && Local.Parse(text) is { Success: true, Value: var local }
        && WindowsZones.Find(time.TimeZone) is { } zone
            ? local.InZoneLeniently(zone).ToInstant()
            : null;
}
