using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time.Search;

public class CustomsTests
{
    private static readonly LocalHours Kyiv = new(
        "Europe/Kyiv",
        new(8, 0),
        new(17, 0),
        new LocalTime(23, 0),
        new LocalTime(5, 0)
    );
    private static readonly LocalDate Holiday = new(2026, 12, 1);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Theory]
    [InlineData(1, 10, Suitability.DayOff)]
    [InlineData(2, 10, Suitability.WorkingHours)]
    [InlineData(2, 17, Suitability.OutsideWorkingHours)]
    [InlineData(5, 10, Suitability.Weekend)]
    [InlineData(2, 22, Suitability.OutsideWorkingHours)]
    [InlineData(2, 23, Suitability.Curfew)]
    [InlineData(3, 4, Suitability.Curfew)]
    public void A_time_falls_as_the_place_lives_it(int day, int hour, Suitability falls)
    {
        var customs = new Customs(Kyiv, [], [new Holiday(Holiday, LocalText.Empty)], HolidayWeight.Observed);
        var start = new LocalDateTime(2026, 12, day, hour, 0).InZoneStrictly(customs.TimeZone).ToInstant();

        Assert.Equal(falls, customs.At(start, Hour).Suitability);
    }

    [Fact]
    public void An_advisory_holiday_is_worked_on_and_weighs()
    {
        var customs = new Customs(Kyiv, [], [new Holiday(Holiday, LocalText.Empty)], HolidayWeight.Advisory);
        var start = (Holiday + new LocalTime(10, 0)).InZoneStrictly(customs.TimeZone).ToInstant();

        Assert.Equal(Suitability.WorkingHours, customs.At(start, Hour).Suitability);
        Assert.Equal(
            SoftKind.AdvisoryHoliday,
            Assert.Single(customs.SoftTimes(new Interval(start, start + Hour))).Kind
        );
    }

    [Fact]
    public void Of_two_rules_of_a_kind_the_later_counts_and_a_working_day_beats_a_holiday()
    {
        TimeRule[] rules =
        [
            Rule(TimeRuleKind.WorkingHours, new(9, 0), new(15, 0)),
            Rule(TimeRuleKind.WorkingDay, LocalTime.Midnight, LocalTime.Midnight),
            Rule(TimeRuleKind.WorkingHours, new(10, 0), new(12, 0)),
        ];
        var customs = new Customs(Kyiv, rules, [new Holiday(Holiday, LocalText.Empty)], HolidayWeight.Observed);

        Assert.Equal(new DayCustom(new(10, 0), new(12, 0), false), customs.Day(Holiday));
        Assert.Equal(new DayCustom(new(8, 0), new(17, 0), false), customs.Day(Holiday.PlusDays(1)));
    }

    [Fact]
    public void A_dated_curfew_without_hours_lifts_the_usual_one()
    {
        var free = new Customs(Kyiv, [Rule(TimeRuleKind.Curfew, new(23, 0), new(23, 0))], [], HolidayWeight.Observed);
        var night = (Holiday + new LocalTime(23, 30)).InZoneStrictly(free.TimeZone).ToInstant();

        Assert.Empty(free.Curfews(new Interval(night, night + Hour)));
        Assert.NotEmpty(new Customs(Kyiv).Curfews(new Interval(night, night + Hour)));
    }

    [Fact]
    public void A_curfew_that_lies_in_the_skipped_hour_is_not_there_that_night()
    {
        // On 28 March 2027 Kyiv has no time from 03:00 to 04:00.
        var customs = new Customs(Kyiv with { CurfewFrom = new(3, 0), CurfewTo = new(4, 0) });
        var jump = Instant.FromUtc(2027, 3, 28, 1, 0);

        Assert.Empty(customs.Curfews(new Interval(jump - Hour, jump + Hour)));
        Assert.Equal(Suitability.Weekend, customs.At(jump - Hour, Hour + Hour).Suitability);
    }

    [Fact]
    public void A_curfew_lasts_through_both_readings_of_the_doubled_hour()
    {
        // On 25 October 2026 Kyiv reads 03:00 to 04:00 twice: a curfew until 03:30 ends with the second reading.
        var customs = new Customs(Kyiv with { CurfewFrom = new(1, 0), CurfewTo = new(3, 30) });
        var second = Instant.FromUtc(2026, 10, 25, 1, 20);

        Assert.NotEmpty(customs.Curfews(new Interval(second, second + Duration.FromMinutes(5))));
        Assert.Empty(customs.Curfews(new Interval(second + Duration.FromMinutes(10), second + Hour)));
    }

    [Theory]
    [InlineData(TimeRuleKind.WorkingHours, 12, 10, 100, Refusal.HoursInvalid)]
    [InlineData(TimeRuleKind.PowerCut, 8, 12, 0, Refusal.HoursInvalid)]
    [InlineData(TimeRuleKind.PowerCut, 8, 12, 101, Refusal.HoursInvalid)]
    public void A_rule_that_says_nothing_possible_is_refused(
        TimeRuleKind kind,
        int from,
        int to,
        int sure,
        Refusal refusal
    ) => Assert.Equal(refusal, (Rule(kind, new(from, 0), new(to, 0)) with { Confidence = sure }).Fault());

    [Fact]
    public void Dates_that_run_backwards_and_no_days_at_all_are_refused()
    {
        var rule = Rule(TimeRuleKind.DayOff, LocalTime.Midnight, LocalTime.Midnight);

        Assert.Equal(Refusal.DatesInvalid, (rule with { To = Holiday.PlusDays(-1) }).Fault());
        Assert.Equal(Refusal.DatesInvalid, (rule with { Days = Weekdays.None }).Fault());
        Assert.Null(rule.Fault());
    }

    private static TimeRule Rule(TimeRuleKind kind, LocalTime from, LocalTime to) =>
        new(kind, Holiday, Holiday, Weekdays.All, from, to);
}
