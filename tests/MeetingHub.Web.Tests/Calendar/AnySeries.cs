using CsCheck;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;

namespace MeetingHub.Web.Tests.Calendar;

/// <summary>Series as secretaries may plan them: any rhythm, many zones, some meetings moved and some cancelled.</summary>
internal static class AnySeries
{
    private static readonly string[] Zones =
    [
        "Europe/Kyiv",
        "Europe/Kiev",
        "Europe/Paris",
        "Europe/Dublin",
        "America/Toronto",
        "America/Vancouver",
        "America/Santiago",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Asia/Tokyo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "UTC",
    ];

    private static readonly Gen<Recurrence> Rules = Gen.Select(
        Gen.Enum<Frequency>(),
        Gen.Int[1, 6],
        Gen.Int[0, 500],
        Gen.Int[0, 95],
        Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
        Gen.Int[2, 40],
        Gen.Bool,
        Rule
    );

    public static readonly Gen<SeriesCard> Cards =
        from rule in Rules.Where(r => r.Fault() is null)
        from minutes in Gen.Int[5, 240]
        from odd in Gen.Select(Gen.Int[0, 39], Gen.Int[0, 2], Gen.Int[-3000, 3000]).Array[0, 5]
        select Card(rule, Duration.FromMinutes(minutes), odd);

    /// <summary>
    /// Weekly series that begin with, or come to, a night on which the clock of their zone changes, at hours around the change.
    /// </summary>
    public static IEnumerable<SeriesCard> OverOddNights() =>
        from zone in Zones
        from change in DateTimeZoneProviders
            .Tzdb[zone]
            .GetZoneIntervals(Instant.FromUtc(2026, 12, 1, 0, 0), Instant.FromUtc(2028, 6, 1, 0, 0))
            .Skip(1)
        from minutes in new[] { -75, -60, -30, 0, 15, 30, 60 }
        from weeksBefore in new[] { 0, 1 }
        let local = change.IsoLocalStart.PlusMinutes(minutes)
        select Card(
            new Recurrence(
                Frequency.Weekly,
                1,
                local.Date.PlusWeeks(-weeksBefore),
                local.TimeOfDay,
                zone,
                weeksBefore + 2,
                null
            ),
            Duration.FromMinutes(90),
            (weeksBefore + 1, minutes == 15 ? 0 : 1, minutes)
        );

    public static SeriesCard Card(
        Recurrence rule,
        Duration length,
        params (int Meeting, int What, int Minutes)[] exceptions
    )
    {
        var usual = Calendar.Cards.Balakliia with
        {
            Start = rule.On(rule.First).Start,
            Length = length,
            ZoneId = rule.Zone,
        };
        var dates = rule.Dates();
        return new SeriesCard(
            usual,
            rule,
            [
                .. exceptions
                    .Where(e => e.Meeting < dates.Count)
                    .DistinctBy(e => e.Meeting)
                    .Select(e => new ExceptionalMeeting(
                        dates[e.Meeting],
                        usual with
                        {
                            Start = rule.On(dates[e.Meeting]).Start + Duration.FromMinutes(e.Minutes),
                            Length = e.What == 2 ? length + Duration.FromMinutes(5) : length,
                            Sequence = e.What + 1,
                            Stamp = usual.Stamp + Duration.FromHours(e.Minutes),
                            Summary = "Перенесено",
                            IsCancelled = e.What == 0,
                            ZoneId = e.What == 2 ? "Europe/Paris" : rule.Zone,
                        }
                    )),
            ]
        );
    }

    /// <summary>When the meetings of the series are, by NodaTime and the card alone.</summary>
    public static IEnumerable<(Instant Original, Instant Start, Instant End)> Meetings(SeriesCard series)
    {
        foreach (var occurrence in series.Rule.Occurrences())
        {
            var odd = series.Exceptions.FirstOrDefault(e => e.Day == occurrence.Local.Date)?.Card;
            var start = odd?.Start ?? occurrence.Start;
            if (odd is not { IsCancelled: true })
                yield return (occurrence.Start, start, start + (odd?.Length ?? series.Usual.Length));
        }
    }

    private static Recurrence Rule(
        Frequency frequency,
        int interval,
        int day,
        int quarter,
        string zone,
        int count,
        bool hasCount
    )
    {
        var first = new LocalDate(2026, 11, 23).PlusDays(day);
        return new Recurrence(
            frequency,
            interval,
            first,
            new LocalTime(quarter / 4, quarter % 4 * 15),
            zone,
            hasCount ? count : null,
            hasCount ? null : first.PlusWeeks(count * interval)
        );
    }
}
