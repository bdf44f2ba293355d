using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// How long each occurrence lasts (RFC 5545 section 3.8.5.3): whole days for dates, the same exact time when there is an end,
/// days by the clock and time on top when there is a duration.
/// </summary>
internal sealed record EventLength(int Days, Duration Time)
{
    private static readonly Duration Longest = Duration.FromDays(36_600);

    public static EventLength Of(ForeignEvent e, ForeignZones zones)
    {
        var end = WrittenTime.Of(e.Part.First("DTEND"));
        var duration = WrittenDuration.Parse(e.Part.Value("DURATION"));
        if (e.Start.IsDate)
            return new EventLength(
                Math.Max(1, end is null ? duration?.Days ?? 1 : DaysBetween(e.Start, end)),
                Duration.Zero
            );
        if (end is null)
            return new EventLength(duration?.Days ?? 0, duration?.Time ?? Duration.Zero);

        var exact = zones.InstantOf(end) - zones.InstantOf(e.Start);
        return new EventLength(0, Duration.Max(Duration.Zero, Duration.Min(exact, Longest)));
    }

    /// <summary>More than it can last, for finding the first start that still matters.</summary>
    public int DaysAtMost => Days + (int)Time.TotalDays + 1;

    public Instant EndOf(LocalDateTime local, Instant start, ForeignZone zone) =>
        (Days == 0 ? start : zone.InstantOf(local.PlusDays(Days))) + Time;

    private static int DaysBetween(WrittenTime start, WrittenTime end) =>
        Math.Min(NodaTime.Period.DaysBetween(start.Local.Date, end.Local.Date), (int)Longest.TotalDays);
}
