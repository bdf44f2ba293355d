using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time;

public class ClearDaysTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3499, 3)]
    [InlineData(3500, 5)]
    [InlineData(18_000, 5)]
    [InlineData(null, 5)]
    public void A_larger_commune_has_longer_notice(int? inhabitants, int expected) =>
        Assert.Equal(expected, ClearDays.For(inhabitants));

    // A Wednesday; a Monday after a weekend; a Tuesday after Easter Monday; the first of March after a leap February; New Year.
    [Theory]
    [InlineData("2026-12-09", 5, "2026-12-03")]
    [InlineData("2026-12-07", 3, "2026-12-03")]
    [InlineData("2027-03-30", 3, "2027-03-26")]
    [InlineData("2028-03-01", 1, "2028-02-28")]
    [InlineData("2027-01-01", 5, "2026-12-26")]
    public void Neither_the_day_of_sending_nor_that_of_the_sitting_counts_and_weekends_and_holidays_do(
        string sitting,
        int days,
        string expected
    ) => Assert.Equal(Day(expected), ClearDays.LastDayToSend(Day(sitting), days));

    // The example of a circular: sitting on the 28th, a holiday on the 25th, three clear days: sent on the 24th at the latest.
    [Fact]
    public void A_holiday_among_the_days_prolongs_nothing() =>
        Assert.Equal(new LocalDate(2026, 12, 24), ClearDays.LastDayToSend(new LocalDate(2026, 12, 28), 3));

    [Theory]
    [InlineData("2026-12-03T22:59:00Z", NoticeState.InTime)]
    [InlineData("2026-12-03T23:00:00Z", NoticeState.OnlyIfUrgent)]
    [InlineData("2026-12-07T22:59:00Z", NoticeState.OnlyIfUrgent)]
    [InlineData("2026-12-07T23:00:00Z", NoticeState.TooLate)]
    public void The_last_day_ends_at_midnight_where_the_council_sits(string now, NoticeState expected)
    {
        var notice = NoticeOfSitting.Of(At("2026-12-09T14:00:00Z"), Paris, 18_000, At(now));
        Assert.Equal(expected, notice.State);
        Assert.Equal((new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 7)), (notice.SendBy, notice.SendByIfUrgent));
    }

    [Theory]
    [InlineData("2027-03-29T22:30:00Z", "2027-03-24")]
    [InlineData("2027-03-28T22:30:00Z", "2027-03-23")]
    [InlineData("2026-10-26T23:30:00Z", "2026-10-21")]
    public void A_day_is_a_day_though_the_clock_changes_among_them(string start, string expected) =>
        Assert.Equal(Day(expected), NoticeOfSitting.Of(At(start), Paris, 5000, At("2026-01-01T00:00:00Z")).SendBy);

    [Fact]
    public void The_day_of_the_sitting_is_the_councils_own()
    {
        var start = At("2027-01-20T23:30:00Z");
        var tahiti = DateTimeZoneProviders.Tzdb["Pacific/Tahiti"];
        Assert.Equal(new LocalDate(2027, 1, 15), NoticeOfSitting.Of(start, Paris, 5000, start).SendBy);
        Assert.Equal(new LocalDate(2027, 1, 14), NoticeOfSitting.Of(start, tahiti, 5000, start).SendBy);
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Instant At(string iso) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(iso).Value;
}
