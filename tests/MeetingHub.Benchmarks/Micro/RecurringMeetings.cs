using BenchmarkDotNet.Attributes;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>What recurring meetings cost: a thousand rules over a year, as a list of many series has them, and one letter.</summary>
[MemoryDiagnoser]
public class RecurringMeetings
{
    private static readonly string[] Zones = ["Europe/Kyiv", "Europe/Paris", "America/Toronto", "Asia/Tokyo"];
    private static readonly LocalDate First = new(2026, 12, 1);

    private readonly Recurrence[] rules =
    [
        .. Enumerable
            .Range(0, 1000)
            .Select(i => new Recurrence(
                (Frequency)(i % 3),
                1,
                First.PlusDays(i % 28),
                new LocalTime(i % 24, 0),
                Zones[i % 4],
                null,
                First.PlusYears(1)
            )),
    ];

    private SeriesCard series = null!;

    [GlobalSetup]
    public void Plan()
    {
        var weekly = new Recurrence(Frequency.Weekly, 1, First, new(15, 0), "Europe/Kyiv", 52, null);
        var usual = new InvitationCard(
            Guid.CreateVersion7(),
            0,
            Instant.FromUtc(2026, 11, 23, 9, 0),
            false,
            weekly.On(First).Start,
            Duration.FromHours(1),
            weekly.Zone,
            "Нарада",
            "Порядок денний",
            "",
            new Uri("https://hub.example/i/abc"),
            "MeetingHub",
            "meetings@hub.example",
            "Zoé Lefèvre",
            "zoe@lehavre.example",
            "uk"
        );
        series = new SeriesCard(usual, weekly, []);
    }

    [Benchmark]
    public int Expand_1000_rules_over_a_year() => rules.Sum(r => r.Occurrences().Count);

    [Benchmark]
    public int Expand_1000_weekly_rules_over_a_year() =>
        rules.Sum(r => (r with { Frequency = Frequency.Weekly }).Occurrences().Count);

    [Benchmark]
    public int See_a_series_of_52_from_another_zone() =>
        SeriesClock.Seen(series.Rule.Occurrences().Select(o => o.Start), "America/Toronto").Count;

    [Benchmark]
    public string Write_and_check_an_invitation() => InvitationCalendar.Write(series.Usual);

    [Benchmark]
    public string Write_and_check_a_series_of_52() => SeriesCalendar.Write(series);
}
