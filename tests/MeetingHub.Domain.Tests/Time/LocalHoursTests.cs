using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time;

public class LocalHoursTests
{
    private static readonly LocalHours Kharkiv = LocalHours.Office("Europe/Kyiv") with
    {
        CurfewFrom = new LocalTime(0, 0),
        CurfewTo = new LocalTime(5, 0),
    };

    private static readonly LocalHours Stricter = Kharkiv with { CurfewFrom = new LocalTime(22, 0) };

    [Fact]
    public void One_moment_is_work_in_one_place_and_evening_in_another()
    {
        var length = Duration.FromHours(1);
        Assert.Equal(Suitability.WorkingHours, LocalHours.Office("Europe/Kyiv").At(Cast.Start, length).Suitability);
        Assert.Equal(
            Suitability.OutsideWorkingHours,
            LocalHours.Office("Asia/Tokyo").At(Cast.Start, length).Suitability
        );
    }

    [Fact]
    public void Each_place_is_shown_its_own_clock()
    {
        var moment = LocalHours.Office("America/New_York").At(Cast.Start, Duration.FromMinutes(90));
        Assert.Equal(new LocalDateTime(2027, 1, 20, 8, 0), moment.From);
        Assert.Equal(new LocalDateTime(2027, 1, 20, 9, 30), moment.To);
    }

    [Theory]
    [InlineData(7, 59, Suitability.OutsideWorkingHours)]
    [InlineData(8, 0, Suitability.WorkingHours)]
    [InlineData(17, 0, Suitability.WorkingHours)]
    [InlineData(17, 1, Suitability.OutsideWorkingHours)]
    public void An_hour_is_work_only_if_all_of_it_is(int hour, int minute, Suitability expected) =>
        Assert.Equal(expected, AnHourAt(Kharkiv, 20, hour, minute));

    [Theory]
    [InlineData(23, 0, Suitability.OutsideWorkingHours)]
    [InlineData(23, 1, Suitability.Curfew)]
    [InlineData(4, 59, Suitability.Curfew)]
    [InlineData(5, 0, Suitability.OutsideWorkingHours)]
    public void A_curfew_counts_to_the_minute(int hour, int minute, Suitability expected) =>
        Assert.Equal(expected, AnHourAt(Kharkiv, 20, hour, minute));

    [Theory]
    [InlineData(21, 0, Suitability.OutsideWorkingHours)]
    [InlineData(21, 30, Suitability.Curfew)]
    [InlineData(23, 30, Suitability.Curfew)]
    [InlineData(2, 0, Suitability.Curfew)]
    [InlineData(5, 0, Suitability.OutsideWorkingHours)]
    public void A_curfew_that_spans_midnight_holds_on_both_sides_of_it(int hour, int minute, Suitability expected) =>
        Assert.Equal(expected, AnHourAt(Stricter, 20, hour, minute));

    [Fact]
    public void A_meeting_around_a_whole_curfew_touches_it() =>
        Assert.Equal(Suitability.Curfew, Kharkiv.At(InKyiv(20, 23, 0), Duration.FromHours(7)).Suitability);

    [Fact]
    public void Equal_ends_mean_that_there_is_no_curfew() =>
        Assert.Equal(
            Suitability.OutsideWorkingHours,
            AnHourAt(Kharkiv with { CurfewTo = new LocalTime(0, 0) }, 20, 0, 30)
        );

    [Fact]
    public void A_curfew_on_a_Saturday_night_is_a_curfew_first() =>
        Assert.Equal(Suitability.Curfew, AnHourAt(Kharkiv, 23, 1, 0));

    [Theory]
    [InlineData(22, 22, Suitability.OutsideWorkingHours)] // Friday, until 23:00
    [InlineData(22, 23, Suitability.OutsideWorkingHours)] // Friday, until midnight sharp
    [InlineData(23, 10, Suitability.Weekend)]
    [InlineData(24, 23, Suitability.Weekend)]
    [InlineData(25, 10, Suitability.WorkingHours)]
    public void Saturday_and_Sunday_are_weekend(int day, int hour, Suitability expected) =>
        Assert.Equal(expected, AnHourAt(LocalHours.Office("Europe/Kyiv"), day, hour, 0));

    [Fact]
    public void A_meeting_that_runs_into_Saturday_is_on_the_weekend() =>
        Assert.Equal(Suitability.Weekend, AnHourAt(LocalHours.Office("Europe/Kyiv"), 22, 23, 30));

    [Fact]
    public void A_curfew_that_ends_in_the_doubled_hour_holds_until_its_second_reading()
    {
        // 25 October 2026, Kyiv: 03:45 of summer time; 20 minutes later the clock shows 03:05.
        var hours = Kharkiv with
        {
            CurfewTo = new LocalTime(3, 30),
        };
        var start = Instant.FromUtc(2026, 10, 25, 0, 45);
        Assert.Equal(Suitability.Curfew, hours.At(start, Duration.FromMinutes(20)).Suitability);
    }

    [Fact]
    public void A_curfew_that_ends_in_the_skipped_hour_ends_as_much_after_the_jump()
    {
        // 29 March 2026, Kyiv: 03:00 becomes 04:00 at 01:00 UTC, so 03:30 is read as 04:30.
        var hours = Kharkiv with
        {
            CurfewTo = new LocalTime(3, 30),
        };
        Assert.Equal(
            Suitability.Curfew,
            hours.At(Instant.FromUtc(2026, 3, 29, 0, 30), Duration.FromMinutes(20)).Suitability
        );
        Assert.Equal(
            Suitability.Weekend,
            hours.At(Instant.FromUtc(2026, 3, 29, 1, 30), Duration.FromMinutes(20)).Suitability
        );
    }

    [Fact]
    public void The_former_spelling_of_Kyiv_keeps_the_same_hours() =>
        Assert.Equal(
            Suitability.WorkingHours,
            LocalHours.Office("Europe/Kiev").At(Cast.Start, Duration.FromHours(1)).Suitability
        );

    private static Suitability AnHourAt(LocalHours hours, int day, int hour, int minute) =>
        hours.At(InKyiv(day, hour, minute), Duration.FromHours(1)).Suitability;

    private static Instant InKyiv(int day, int hour, int minute) =>
        new LocalDateTime(2027, 1, day, hour, minute)
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Kyiv"])
            .ToInstant();
}
