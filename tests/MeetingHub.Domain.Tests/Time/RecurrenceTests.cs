using CsCheck;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time;

public class RecurrenceTests
{
    private static readonly LocalTime Three = new(15, 0);

    [Fact]
    public void Every_second_Tuesday_of_the_month() =>
        Assert.Equal(
            [new(2026, 12, 8), new(2027, 1, 12), new(2027, 2, 9), new LocalDate(2027, 3, 9)],
            Rule(Frequency.Monthly, new(2026, 12, 8), count: 4).Dates()
        );

    [Fact]
    public void A_fifth_weekday_means_the_last_one() =>
        Assert.Equal(
            [new(2026, 10, 30), new(2026, 11, 27), new(2026, 12, 25), new LocalDate(2027, 1, 29)],
            Rule(Frequency.Monthly, new(2026, 10, 30), count: 4).Dates()
        );

    [Fact]
    public void The_31st_leaves_out_the_months_that_have_none() =>
        Assert.Equal(
            [new(2026, 12, 31), new(2027, 1, 31), new(2027, 3, 31), new LocalDate(2027, 5, 31)],
            Rule(Frequency.MonthlyByDate, new(2026, 12, 31), count: 4).Dates()
        );

    [Fact]
    public void It_ends_with_its_last_day()
    {
        var rule = new Recurrence(
            Frequency.Weekly,
            2,
            new(2026, 12, 1),
            Three,
            "Europe/Kyiv",
            null,
            new LocalDate(2026, 12, 29)
        );

        Assert.Equal([new(2026, 12, 1), new(2026, 12, 15), new LocalDate(2026, 12, 29)], rule.Dates());
    }

    [Fact]
    public void It_stays_at_its_hour_in_Paris_and_moves_for_Toronto()
    {
        var rule = new Recurrence(Frequency.Weekly, 1, new(2027, 3, 2), Three, "Europe/Paris", 6, null);
        var starts = rule.Occurrences().Select(o => o.Start).ToList();

        Assert.Empty(SeriesClock.Seen(starts, "Europe/Paris"));
        // Canada springs forward on 14 March, Europe on 28 March.
        Assert.Equal(
            [
                new ClockMove(new LocalDate(2027, 3, 16), new(9, 0), new(10, 0)),
                new ClockMove(new LocalDate(2027, 3, 30), new(10, 0), new(9, 0)),
            ],
            SeriesClock.Seen(starts, "America/Toronto")
        );
    }

    [Fact]
    public void The_meetings_at_an_unusual_hour_are_marked()
    {
        var rule = new Recurrence(Frequency.Weekly, 1, new(2027, 3, 2), Three, "Europe/Paris", 6, null);
        var starts = rule.Occurrences().Select(o => o.Start).ToList();

        Assert.All(SeriesClock.Readings(starts, "Europe/Paris"), r => Assert.True(r.IsUsual));
        Assert.Equal(
            [new(2027, 3, 16, 10, 0), new LocalDateTime(2027, 3, 23, 10, 0)],
            SeriesClock.Readings(starts, "America/Toronto").Where(r => !r.IsUsual).Select(r => r.Local)
        );
        Assert.Empty(SeriesClock.Readings([], "Europe/Paris"));
    }

    [Fact]
    public void A_skipped_hour_is_shifted_forward_and_marked()
    {
        var rule = new Recurrence(Frequency.Weekly, 1, new(2027, 3, 21), new(3, 30), "Europe/Kyiv", 2, null);
        var second = rule.Occurrences()[1];

        Assert.False(second.IsOrdinary);
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), second.Start);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(13, 4)]
    [InlineData(1, 1)]
    [InlineData(1, 105)]
    public void Impossible_numbers_are_refused(int interval, int count) =>
        Assert.Equal(
            Refusal.RecurrenceInvalid,
            new Recurrence(Frequency.Weekly, interval, new(2026, 12, 1), Three, "Europe/Kyiv", count, null).Fault()
        );

    [Fact]
    public void It_has_one_end_and_not_two()
    {
        var both = Rule(Frequency.Weekly, new(2026, 12, 1), count: 4) with { Until = new LocalDate(2027, 1, 1) };

        Assert.Equal(Refusal.RecurrenceInvalid, both.Fault());
        Assert.Equal(Refusal.RecurrenceInvalid, (both with { Count = null, Until = null }).Fault());
        Assert.Equal(Refusal.ZoneUnknown, (both with { Zone = "Europe/Atlantis" }).Fault());
    }

    [Fact]
    public void Any_rule_gives_days_in_order_that_a_walk_over_every_day_gives_too() =>
        Gen.Select(
                Gen.Enum<Frequency>(),
                Gen.Int[1, 12],
                Gen.Int[0, 800],
                Gen.Int[2, 30],
                (frequency, interval, day, count) =>
                    new Recurrence(
                        frequency,
                        interval,
                        new LocalDate(2026, 1, 1).PlusDays(day),
                        Three,
                        "Europe/Kyiv",
                        count,
                        null
                    )
            )
            .Sample(rule => Assert.Equal(EachDay(rule), rule.Dates()), iter: 2000);

    [Fact]
    public void Any_rule_that_is_not_refused_gives_its_first_day_and_no_more_than_its_bounds() =>
        Gen.Select(
                Gen.Int[-1, 4],
                Gen.Int[-1, 14],
                Gen.Int[0, 3_000_000],
                Gen.Int[-3, 120].Nullable(),
                Gen.Int[-100, 4000].Nullable(),
                (frequency, interval, day, count, days) =>
                {
                    var first = new LocalDate(2026, 1, 1).PlusDays(Math.Min(day, 2_900_000));
                    return new Recurrence(
                        (Frequency)frequency,
                        interval,
                        first,
                        Three,
                        "America/Toronto",
                        count,
                        days is { } d ? first.PlusDays(d) : null
                    );
                }
            )
            .Sample(
                rule =>
                {
                    if (rule.Fault() is not null)
                        return;
                    var occurrences = rule.Occurrences();
                    Assert.Equal(rule.First, occurrences[0].Local.Date);
                    Assert.InRange(occurrences.Count, 1, rule.Count ?? Recurrence.MostOccurrences);
                    Assert.True(occurrences[^1].Local.Date <= rule.First.PlusYears(Recurrence.MostYears));
                    Assert.True(rule.Until is null || occurrences[^1].Local.Date <= rule.Until);
                    Assert.All(occurrences.Zip(occurrences.Skip(1)), p => Assert.True(p.First.Start < p.Second.Start));
                },
                iter: 5000
            );

    [Fact]
    public void A_rhythm_or_a_year_that_there_is_not_is_refused()
    {
        Assert.Equal(Refusal.RecurrenceInvalid, Rule((Frequency)7, new(2026, 12, 1), count: 4).Fault());
        Assert.Equal(Refusal.RecurrenceInvalid, Rule(Frequency.Weekly, new(9998, 12, 1), count: 4).Fault());
    }

    [Fact]
    public void The_odd_hours_of_Kyiv_Tokyo_and_Vancouver_are_shared_out()
    {
        Customs[] places =
        [
            .. new[] { "Europe/Kyiv", "Asia/Tokyo", "America/Vancouver" }.Select(z => new Customs(
                LocalHours.Office(z)
            )),
        ];
        var rule = Rule(Frequency.Weekly, new(2026, 12, 1), count: 12);
        var usual = Ledger.Of(places, rule.Occurrences().Select(o => o.Start), Duration.FromHours(1));

        var shared = Rotation.Plan(rule.Occurrences(), places, Duration.FromHours(1), "Europe/Kyiv");

        Assert.True(shared.Totals.Max() < usual.Totals.Max());
        Assert.Equal(12, shared.Lines.Count);
    }

    [Fact]
    public void Where_an_hour_suits_all_nothing_is_carried_and_the_usual_hour_stays()
    {
        Customs[] places = [new(LocalHours.Office("Europe/Kyiv")), new(LocalHours.Office("Europe/Paris"))];
        var rule = Rule(Frequency.Weekly, new(2026, 12, 1), count: 5);

        var shared = Rotation.Plan(rule.Occurrences(), places, Duration.FromHours(1), "Europe/Kyiv");

        Assert.All(shared.Totals, total => Assert.Equal(0, total));
        Assert.Equal(rule.Occurrences().Select(o => o.Start), shared.Lines.Select(l => l.Start));
    }

    private static Recurrence Rule(Frequency frequency, LocalDate first, int count) =>
        new(frequency, 1, first, Three, "Europe/Kyiv", count, null);

    private static List<LocalDate> EachDay(Recurrence rule)
    {
        var days = new List<LocalDate>();
        for (
            var day = rule.First;
            days.Count < rule.Count && day <= rule.First.PlusYears(Recurrence.MostYears);
            day = day.PlusDays(1)
        )
        {
            var months = (day.Year - rule.First.Year) * 12 + day.Month - rule.First.Month;
            var isLast = day.PlusWeeks(1).Month != day.Month;
            var fits = rule.Frequency switch
            {
                Frequency.Weekly => Period.DaysBetween(rule.First, day) % (7 * rule.Interval) == 0,
                Frequency.MonthlyByDate => months % rule.Interval == 0 && day.Day == rule.First.Day,
                _ => months % rule.Interval == 0
                    && day.DayOfWeek == rule.First.DayOfWeek
                    && (rule.First.Day > 28 ? isLast : (day.Day - 1) / 7 == (rule.First.Day - 1) / 7),
            };
            if (fits)
                days.Add(day);
        }

        return days;
    }
}
