using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time;

public class ClockChangeTests
{
    [Theory]
    [InlineData(2026, 10, 25, "Europe/Kyiv", -1)]
    [InlineData(2026, 10, 25, "Europe/Paris", -1)]
    [InlineData(2027, 3, 28, "Europe/Kyiv", 1)]
    [InlineData(2026, 11, 1, "America/New_York", -1)]
    public void A_day_on_which_the_clocks_are_changed_says_by_how_much(
        int year,
        int month,
        int day,
        string zone,
        int hours
    ) => Assert.Equal(Offset.FromHours(hours), ClockChange.On(new LocalDate(year, month, day), zone)!.By);

    [Theory]
    [InlineData(2026, 10, 24, "Europe/Kyiv")]
    [InlineData(2026, 10, 26, "Europe/Kyiv")]
    [InlineData(2026, 10, 25, "America/New_York")]
    [InlineData(2026, 10, 25, "Asia/Tokyo")]
    public void The_days_around_it_and_other_zones_are_ordinary(int year, int month, int day, string zone) =>
        Assert.Null(ClockChange.On(new LocalDate(year, month, day), zone));

    [Fact]
    public void A_change_at_midnight_belongs_to_the_day_that_begins()
    {
        // Chile puts its clocks forward at 24:00 of a Saturday.
        Assert.Null(ClockChange.On(new LocalDate(2026, 9, 5), "America/Santiago"));
        Assert.NotNull(ClockChange.On(new LocalDate(2026, 9, 6), "America/Santiago"));
    }
}
