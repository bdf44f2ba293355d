using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time;

public class ClockGapTests
{
    private const string Kyiv = "Europe/Kyiv";
    private const string NewYork = "America/New_York";

    [Theory]
    [InlineData(2026, 10, 25, 2026, 11, 1)]
    [InlineData(2027, 3, 14, 2027, 3, 28)]
    [InlineData(2027, 10, 31, 2027, 11, 7)]
    public void Kyiv_and_New_York_are_an_hour_closer_between_the_two_changes(
        int year,
        int month,
        int day,
        int endYear,
        int endMonth,
        int endDay
    )
    {
        // Europe changes its clocks at 01:00 UTC, New York at 02:00 of its own: 06:00 or 07:00 UTC.
        var first = Instant.FromUtc(year, month, day, 12, 0);
        var last = Instant.FromUtc(endYear, endMonth, endDay, 0, 30);

        Assert.All([first, last], at => Assert.Equal((6, 7), HoursAt(at)));
        Assert.Null(ClockGap.Between(Kyiv, NewYork, first - Duration.FromDays(1)));
        Assert.Null(ClockGap.Between(Kyiv, NewYork, last + Duration.FromDays(1)));
    }

    [Fact]
    public void The_gap_says_from_which_change_to_which_it_lasts()
    {
        var gap = ClockGap.Between(Kyiv, NewYork, Instant.FromUtc(2027, 3, 20, 12, 0))!;

        Assert.Equal(Instant.FromUtc(2027, 3, 14, 7, 0), gap.When.Start);
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 0), gap.When.End);
        Assert.Null(ClockGap.Between(Kyiv, NewYork, gap.When.End));
        Assert.NotNull(ClockGap.Between(Kyiv, NewYork, gap.When.Start));
    }

    [Fact]
    public void Seen_from_the_other_side_it_is_the_same_gap() =>
        Assert.Equal(
            (Offset.FromHours(-6), Offset.FromHours(-7)),
            ClockGap.Between(NewYork, Kyiv, Instant.FromUtc(2026, 10, 27, 12, 0)) is var gap
                ? (gap!.Hours, gap.Usual)
                : default
        );

    [Fact]
    public void Zones_that_change_in_the_same_night_have_no_gap_at_any_hour_of_two_years()
    {
        for (
            var at = Instant.FromUtc(2026, 1, 1, 0, 0);
            at < Instant.FromUtc(2028, 1, 1, 0, 0);
            at += Duration.FromHours(11)
        )
            Assert.Null(ClockGap.Between(Kyiv, "Europe/Paris", at));
    }

    [Fact]
    public void Where_one_side_never_changes_its_clock_half_a_year_is_no_surprise()
    {
        Assert.Null(ClockGap.Between(Kyiv, "Asia/Tokyo", Instant.FromUtc(2026, 12, 1, 8, 0)));
        Assert.Null(ClockGap.Between(Kyiv, "Asia/Tokyo", Instant.FromUtc(2026, 7, 1, 8, 0)));
    }

    [Fact]
    public void The_former_spelling_is_the_same_zone_and_an_unknown_one_has_no_gap()
    {
        var at = Instant.FromUtc(2026, 10, 27, 12, 0);
        Assert.NotNull(ClockGap.Between("Europe/Kiev", NewYork, at));
        Assert.Null(ClockGap.Between("Europe/Kiev", Kyiv, at));
        Assert.Null(ClockGap.Between("Mars/Olympus", NewYork, at));
    }

    [Fact]
    public void Of_several_zones_those_are_told_that_are_unusually_far()
    {
        var seen = ClockGap.Seen(Kyiv, ["Europe/Paris", NewYork, "Asia/Tokyo"], Instant.FromUtc(2026, 10, 27, 12, 0));
        Assert.Equal([NewYork], seen.Select(g => g.Other));
    }

    private static (int Hours, int Usual) HoursAt(Instant at) =>
        ClockGap.Between(Kyiv, NewYork, at) is { } gap ? (gap.Hours.Seconds / 3600, gap.Usual.Seconds / 3600) : default;
}
