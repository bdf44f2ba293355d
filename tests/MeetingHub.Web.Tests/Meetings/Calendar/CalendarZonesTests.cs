using MeetingHub.Web.Meetings.Calendar;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Meetings.Calendar.Entries;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

public class CalendarZonesTests
{
    private const string Kyiv = "Europe/Kyiv";
    private const string Paris = "Europe/Paris";
    private const string NewYork = "America/New_York";

    [Fact]
    public void The_clock_beside_is_the_chosen_one_else_the_most_frequent_else_any()
    {
        CalendarEntry[] inView =
        [
            Entry("10:00", "11:00", null, NewYork),
            Entry("12:00", "13:00", null, Paris),
            Entry("14:00", "15:00", null, NewYork),
        ];

        Assert.Equal(NewYork, CalendarZones.Other(null, inView, [Paris, NewYork]));
        Assert.Equal(Paris, CalendarZones.Other(Paris, inView, [Paris, NewYork]));
        Assert.Equal(NewYork, CalendarZones.Other("Nowhere/Land", inView, [Paris, NewYork]));
        Assert.Equal(Paris, CalendarZones.Other(null, [], [Paris, NewYork]));
        Assert.Null(CalendarZones.Other(null, [], []));
    }

    [Fact]
    public void A_week_in_which_one_side_alone_changes_its_clock_shifts_on_that_day()
    {
        var days = Days(new LocalDate(2026, 10, 19));
        Assert.Equal([new LocalDate(2026, 10, 25)], CalendarZones.Shifts(days, Kyiv, NewYork));
        Assert.Equal([new LocalDate(2026, 11, 1)], CalendarZones.Shifts(Days(new(2026, 10, 26)), Kyiv, NewYork));
        Assert.Empty(CalendarZones.Shifts(days, Kyiv, Paris));
    }

    [Fact]
    public void The_other_clock_is_told_with_its_day()
    {
        Assert.Equal(new LocalDateTime(2026, 10, 18, 20, 0), CalendarZones.There(new(2026, 10, 19), 3, Kyiv, NewYork));
        Assert.Equal(new LocalDateTime(2026, 10, 26, 3, 0), CalendarZones.There(new(2026, 10, 26), 9, Kyiv, NewYork));
        Assert.Equal(
            new LocalDateTime(2026, 10, 19, 14, 30),
            CalendarZones.There(new(2026, 10, 19), 12, Kyiv, "Asia/Kolkata")
        );
    }

    private static IEnumerable<LocalDate> Days(LocalDate monday) => Enumerable.Range(0, 7).Select(monday.PlusDays);
}
