using MeetingHub.Web.Meetings.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

public class CalendarSpanTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void A_month_is_whole_weeks_from_Monday_to_Sunday()
    {
        var weeks = CalendarSpan.Read("month", "2026-12-15", Today).Weeks.ToList();

        Assert.Equal(5, weeks.Count);
        Assert.All(weeks, w => Assert.Equal((7, IsoDayOfWeek.Monday), (w.Length, w[0].DayOfWeek)));
        Assert.Equal((new(2026, 11, 30), new LocalDate(2027, 1, 3)), (weeks[0][0], weeks[^1][^1]));
    }

    [Theory]
    [InlineData("2027-02-10", 4)]
    [InlineData("2026-08-31", 6)]
    public void A_month_has_as_many_weeks_as_it_touches(string date, int weeks) =>
        Assert.Equal(weeks, CalendarSpan.Read("month", date, Today).Weeks.Count());

    [Fact]
    public void The_next_month_after_the_31st_is_not_skipped() =>
        Assert.Equal(
            "/calendar?view=month&date=2027-02-01",
            CalendarSpan.Read("month", "2027-01-31", Today).After.Address
        );

    [Theory]
    [InlineData("month")]
    [InlineData("week")]
    [InlineData("agenda")]
    public void Forth_and_back_again_leads_to_the_same_days(string view)
    {
        var span = CalendarSpan.Read(view, "2026-12-15", Today);
        Assert.Equal((span.First, span.Last), (span.After.Before.First, span.After.Before.Last));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("year", "tomorrow")]
    [InlineData("7", "0001-01-01")]
    [InlineData("<script>", "9999-12-31")]
    public void What_cannot_be_read_is_this_month(string? view, string? date) =>
        Assert.Equal(new CalendarSpan(CalendarView.Month, Today), CalendarSpan.Read(view, date, Today));

    [Fact]
    public void The_chosen_clock_stays_chosen_from_view_to_view() =>
        Assert.EndsWith(
            "&zone=America%2FNew_York",
            (
                new CalendarSpan(CalendarView.Week, Today, "America/New_York").After with
                {
                    View = CalendarView.Month,
                }
            ).Address,
            StringComparison.Ordinal
        );
}
