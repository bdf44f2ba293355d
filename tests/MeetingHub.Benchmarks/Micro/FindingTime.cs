using System.Globalization;
using BenchmarkDotNet.Attributes;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>
/// The search for a time: so many people over so many days, each with three appointments a day. Every second person lives by
/// customs of their own, with a curfew, power cuts and holidays; the rest share those of three communities.
/// </summary>
[MemoryDiagnoser]
public class FindingTime
{
    private static readonly string[] Zones = ["Europe/Kyiv", "Europe/Paris", "America/Toronto"];
    private SlotRequest request = null!;

    [Params("2x14", "5x28", "10x28", "20x60", "50x90")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Draw()
    {
        var (people, days) = Size.Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()
            is [var p, var d]
            ? (p, d)
            : default;
        var random = new Random(11);
        var start = Instant.FromUtc(2026, 10, 5, 0, 0);
        var shared = Zones.Select(Custom).ToList();
        request = new SlotRequest(
            [
                .. Enumerable
                    .Range(0, people)
                    .Select(i => new Attendee(
                        Guid.CreateVersion7(),
                        i % 3 < 2,
                        i % 2 == 0 ? shared[i / 2 % 3] : Custom(Zones[i % 2]),
                        Busy(random, start, days)
                    )),
            ],
            new Interval(start, start + Duration.FromDays(days)),
            60,
            "Europe/Kyiv"
        );
    }

    [Benchmark]
    public IReadOnlyList<Slot> Find() => SlotSearch.Find(request);

    private static Customs Custom(string zone) =>
        new(
            new LocalHours(zone, new(8, 0), new(18, 0), new LocalTime(0, 0), new LocalTime(5, 0)),
            [
                new TimeRule(TimeRuleKind.PowerCut, null, null, Weekdays.Workdays, new(10, 0), new(12, 0), 60),
                new TimeRule(
                    TimeRuleKind.WorkingHours,
                    new LocalDate(2026, 11, 1),
                    null,
                    Weekdays.Workdays,
                    new(9, 0),
                    new(17, 0)
                ),
            ],
            [new Holiday(new LocalDate(2026, 11, 11), LocalText.Empty)],
            HolidayWeight.Observed
        );

    private static List<Interval> Busy(Random random, Instant start, int days) =>
        [
            .. from day in Enumerable.Range(0, days)
            from appointment in Enumerable.Range(0, 3)
            let begin = start
                + Duration.FromDays(day)
                + Duration.FromMinutes(6 * 60 + appointment * 240 + random.Next(0, 150))
            select new Interval(begin, begin + Duration.FromMinutes(random.Next(15, 90))),
        ];
}
