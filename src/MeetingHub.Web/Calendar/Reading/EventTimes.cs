using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Adds the times of one event. Rules are followed on the clock of the event's zone and every time is made an instant by
/// NodaTime: ten o'clock in Kyiv stays ten o'clock when the clocks change.
/// </summary>
internal sealed class EventTimes(ForeignEvent e, ForeignZones zones, BusyTimes busy)
{
    private static readonly Duration SummerTime = Duration.FromHours(1);

    private readonly ForeignZone zone = zones.Of(e.Start);
    private readonly EventLength length = EventLength.Of(e, zones);

    public void AddOnce() => Add(e.Start.Local, zone.InstantOf(e.Start.Local));

    /// <param name="moved">Instances that have an event of their own.</param>
    public void AddSeries(IReadOnlyList<WrittenTime> moved)
    {
        var left = LeftOut.Of([.. moved, .. e.Part.All("EXDATE").SelectMany(WrittenTime.AllOf)], e, zones);
        AddUnless(left, e.Start.Local);
        foreach (var line in e.Part.All("RRULE").TakeWhile(_ => busy.Effort.CanBegin()))
        {
            if (RepeatRule.Parse(line.Value, busy.Effort) is { } rule)
                AddRule(rule, left);
        }

        foreach (var line in e.Part.All("RDATE"))
            AddListed(line, left);
    }

    private void AddRule(RepeatRule rule, LeftOut left)
    {
        var from = busy.Window.Start.InZone(zone.Zone).LocalDateTime.PlusDays(-length.DaysAtMost - 1);
        var to = busy.Window.End.InZone(zone.Zone).LocalDateTime.PlusDays(1);
        foreach (
            var local in Recurrence.Of(rule, e.Start, from, to, busy.Effort).TakeWhile(local => !IsOver(rule, local))
        )
            AddUnless(left, local, isTwice: rule.Unit < Duration.FromDays(1));
    }

    private bool IsOver(RepeatRule rule, LocalDateTime local) =>
        rule.Until switch
        {
            null => false,
            { IsDate: true } day => local.Date > day.Local.Date,
            { IsUtc: true } until => zone.InstantOf(local) > zones.InstantOf(until),
            var until => local > until.Local,
        };

    // RDATE has its own zone, and may have its own end.
    private void AddListed(ContentLine line, LeftOut left)
    {
        foreach (var value in line.Value.Split(',').TakeWhile(_ => busy.Effort.CanStep()))
        {
            var period = value.Split('/');
            if (WrittenTime.Parse(period[0], line.Parameter("TZID")) is not { } start)
                continue;

            var from = zones.InstantOf(start);
            if (left.Holds(from, start.Local))
                continue;
            if (period.Length == 1)
                Add(from.InZone(zone.Zone).LocalDateTime, from);
            else if (WrittenDuration.Parse(period[1]) is { } lasting)
                busy.Add(from, from + Duration.FromDays(lasting.Days) + lasting.Time);
            else if (WrittenTime.Parse(period[1], line.Parameter("TZID")) is { } end)
                busy.Add(from, zones.InstantOf(end));
        }
    }

    // By the hour or shorter: on the night when an hour comes twice, it is busy both times.
    private void AddUnless(LeftOut left, LocalDateTime local, bool isTwice = false)
    {
        var first = zone.InstantOf(local);
        if (!left.Holds(first, local))
            Add(local, first);
        if (isTwice && zone.Zone.MapLocal(local) is { Count: 2 } doubled)
            Add(local, doubled.Last().ToInstant());
    }

    private void Add(LocalDateTime local, Instant start)
    {
        var end = length.EndOf(local, start, zone);
        var unsure = zone.IsGuess && end > start ? SummerTime : Duration.Zero;
        busy.Add(start - unsure, end + unsure);
    }
}
