using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class SeriesTests
{
    private const string Weekly =
        "BEGIN:VEVENT\nUID:series\nDTSTART;TZID=Europe/Kyiv:20200107T100000\nDTEND;TZID=Europe/Kyiv:20200107T110000\n"
        + "RRULE:FREQ=WEEKLY;BYDAY=TU";

    private static readonly Interval[] Tuesdays = [Hour(3, 8), Hour(10, 8), Hour(17, 8), Hour(24, 8)];

    [Fact]
    public void A_series_that_began_years_ago_is_still_on_its_days() =>
        Assert.Equal(Tuesdays, BusyWith($"{Weekly}\nEND:VEVENT"));

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Kyiv:20261110T100000")]
    [InlineData("EXDATE:20261110T080000Z")]
    [InlineData("EXDATE;TZID=Europe/Paris:20261110T090000,20261111T090000")]
    [InlineData("EXDATE;VALUE=DATE:20261110")]
    public void A_date_left_out_is_free_in_whatever_zone_it_is_written(string line) =>
        Assert.Equal([Hour(3, 8), Hour(17, 8), Hour(24, 8)], BusyWith($"{Weekly}\n{line}\nEND:VEVENT"));

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Kyiv:20261110T100000")]
    [InlineData("RECURRENCE-ID:20261110T080000Z")]
    [InlineData("RECURRENCE-ID;TZID=\"(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius\":20261110T100000")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20261110T080000Z")]
    public void An_instance_that_was_moved_is_busy_once(string line) =>
        Assert.Equal(
            [Hour(3, 8), Hour(11, 14), Hour(17, 8), Hour(24, 8)],
            BusyWith(
                $"{Weekly}\nEND:VEVENT",
                $"BEGIN:VEVENT\nUID:series\n{line}\nDTSTART:20261111T140000Z\nDTEND:20261111T150000Z\nEND:VEVENT"
            )
        );

    [Fact]
    public void An_instance_that_was_cancelled_is_free() =>
        Assert.Equal(
            [Hour(3, 8), Hour(17, 8), Hour(24, 8)],
            BusyWith(
                "BEGIN:VEVENT\nUID:series\nRECURRENCE-ID:20261110T080000Z\nSTATUS:CANCELLED\nDTSTART:20261110T080000Z\n"
                    + "DURATION:PT1H\nEND:VEVENT",
                $"{Weekly}\nEND:VEVENT"
            )
        );

    [Fact]
    public void A_free_series_with_one_busy_instance_is_busy_then() =>
        Assert.Equal(
            [Hour(10, 8)],
            BusyWith(
                $"{Weekly}\nTRANSP:TRANSPARENT\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:series\nRECURRENCE-ID:20261110T080000Z\nDTSTART:20261110T080000Z\nDURATION:PT1H\nEND:VEVENT"
            )
        );

    [Theory]
    [InlineData("UNTIL=20261110T080000Z", 2)]
    [InlineData("UNTIL=20261110T075959Z", 1)]
    [InlineData("UNTIL=20261110", 2)]
    [InlineData("UNTIL=20261110T100000", 2)]
    [InlineData("UNTIL=20261109", 1)]
    [InlineData("COUNT=358", 2)]
    [InlineData("COUNT=300", 0)]
    public void A_series_ends_when_it_says(string end, int times) =>
        Assert.Equal(Tuesdays[..times], BusyWith($"{Weekly};{end}\nEND:VEVENT"));

    [Theory]
    [InlineData("RDATE;TZID=Europe/Kyiv:20261105T100000")]
    [InlineData("RDATE:20261105T080000Z")]
    [InlineData("RDATE;VALUE=PERIOD:20261105T080000Z/PT1H")]
    [InlineData("RDATE;VALUE=PERIOD:20261105T080000Z/20261105T090000Z")]
    public void Dates_are_added_by_list(string line) =>
        Assert.Equal([Hour(5, 8)], BusyWith(Event("DTSTART;TZID=Europe/Kyiv:20260105T100000", "DURATION:PT1H", line)));

    [Fact]
    public void Whole_days_repeat_on_local_days_and_may_be_left_out()
    {
        var busy = BusyWith(
            Event(
                "DTSTART;VALUE=DATE:20211105",
                "DTEND;VALUE=DATE:20211106",
                "RRULE:FREQ=DAILY;UNTIL=20261107",
                "EXDATE;VALUE=DATE:20261102",
                "EXDATE:20261104T000000Z"
            )
        );

        Assert.Equal([Span(2026, 10, 31, 22, 24), Span(2026, 11, 2, 22, 24), Span(2026, 11, 4, 22, 72)], busy);
    }

    [Fact]
    public void A_night_shift_that_began_before_the_window_reaches_into_it() =>
        Assert.Equal(
            [new Interval(Utc(2026, 11, 5, 0), Utc(2026, 11, 5, 6))],
            BusyIn(
                Ics(Event("DTSTART:20260101T180000Z", "DURATION:PT12H", "RRULE:FREQ=DAILY")),
                new Interval(Utc(2026, 11, 5, 0), Utc(2026, 11, 5, 12))
            )
        );

    [Fact]
    public void Every_hour_means_both_when_an_hour_comes_twice() =>
        Assert.Equal(
            6,
            BusyIn(
                Ics(Event("DTSTART;TZID=Europe/Kyiv:20261001T000000", "DURATION:PT30M", "RRULE:FREQ=HOURLY")),
                new Interval(Utc(2026, 10, 24, 22), Utc(2026, 10, 25, 4))
            ).Count
        );
}
