using CsCheck;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class SeriesCalendarTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private static readonly Recurrence Tuesdays = new(
        Frequency.Monthly,
        1,
        new(2026, 12, 8),
        new(15, 0),
        "Europe/Kiev",
        6,
        null
    );

    [Fact]
    public void A_series_is_one_event_with_its_rule_and_each_moved_meeting_is_another_of_the_same_UID()
    {
        var ics = SeriesCalendar.Write(AnySeries.Card(Tuesdays, Hour, (1, 0, 0), (3, 1, 60)));

        Assert.Equal(
            ["DTSTART;TZID=Europe/Kyiv:20261208T150000", "DTSTART;TZID=Europe/Kyiv:20270309T160000"],
            IcsLines.All(ics, "DTSTART")
        );
        Assert.Equal("RRULE:FREQ=MONTHLY;INTERVAL=1;UNTIL=20270511T120000Z;BYDAY=2TU", IcsLines.One(ics, "RRULE"));
        Assert.Equal("EXDATE;TZID=Europe/Kyiv:20270112T150000", IcsLines.One(ics, "EXDATE"));
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Kyiv:20270309T150000", IcsLines.One(ics, "RECURRENCE-ID"));
        Assert.Single(IcsLines.All(ics, "UID").Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("Kiev", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_zone_is_defined_once_before_the_first_event()
    {
        var lines = IcsLines
            .Unfolded(SeriesCalendar.Write(AnySeries.Card(Tuesdays, Hour, (2, 1, 30), (3, 2, 60), (4, 2, 60))))
            .ToList();

        Assert.Single(lines, "TZID:Europe/Kyiv");
        Assert.Single(lines, "TZID:Europe/Paris");
        Assert.True(lines.LastIndexOf("END:VTIMEZONE") < lines.IndexOf("BEGIN:VEVENT"));
    }

    [Theory]
    [InlineData(Frequency.Weekly, "FREQ=WEEKLY;INTERVAL=1;UNTIL=20270112T130000Z;BYDAY=TU")]
    [InlineData(Frequency.Monthly, "FREQ=MONTHLY;INTERVAL=1;UNTIL=20270525T120000Z;BYDAY=-1TU")]
    [InlineData(Frequency.MonthlyByDate, "FREQ=MONTHLY;INTERVAL=1;UNTIL=20270529T120000Z;BYMONTHDAY=29")]
    public void The_rule_says_everything_and_ends_in_UTC(Frequency frequency, string rule)
    {
        var twentyNinth = Tuesdays with
        {
            Frequency = frequency,
            First = new LocalDate(2026, 12, 29),
            Count =
                frequency == Frequency.Weekly ? 3
                : frequency == Frequency.Monthly ? 6
                : 5,
        };

        Assert.Equal($"RRULE:{rule}", IcsLines.One(SeriesCalendar.Write(AnySeries.Card(twentyNinth, Hour)), "RRULE"));
    }

    [Fact]
    public void One_meeting_is_cancelled_by_the_hour_at_which_the_rule_has_it()
    {
        var series = AnySeries.Card(Tuesdays, Hour, (3, 0, 0));
        var ics = SeriesCalendar.WriteOne(series, series.Exceptions[0]);

        Assert.Contains("METHOD:CANCEL", IcsLines.Unfolded(ics));
        Assert.Equal("STATUS:CANCELLED", IcsLines.One(ics, "STATUS"));
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Kyiv:20270309T150000", IcsLines.One(ics, "RECURRENCE-ID"));
        Assert.Equal($"SEQUENCE:{series.Usual.Sequence + 1}", IcsLines.One(ics, "SEQUENCE"));
        Assert.Empty(IcsLines.All(ics, "RRULE"));
    }

    [Fact]
    public void A_meeting_moved_to_another_zone_keeps_its_hour_in_the_zone_of_the_series()
    {
        var series = AnySeries.Card(Tuesdays, Hour, (3, 2, 90));
        var ics = SeriesCalendar.WriteOne(series, series.Exceptions[0]);

        Assert.Equal("DTSTART;TZID=Europe/Paris:20270309T153000", IcsLines.One(ics, "DTSTART"));
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Kyiv:20270309T150000", IcsLines.One(ics, "RECURRENCE-ID"));
        Assert.Equal(2, IcsLines.Unfolded(ics).Count(l => l == "BEGIN:VTIMEZONE"));
    }

    [Fact]
    public void The_cancellation_of_all_takes_the_exceptions_with_it()
    {
        var series = AnySeries.Card(Tuesdays, Hour, (1, 0, 0), (3, 1, 60));
        var ics = SeriesCalendar.Write(series with { Usual = series.Usual with { IsCancelled = true } });

        Assert.Contains("METHOD:CANCEL", IcsLines.Unfolded(ics));
        Assert.Single(IcsLines.All(ics, "UID"));
        Assert.Equal("STATUS:CANCELLED", IcsLines.One(ics, "STATUS"));
        Assert.Single(IcsLines.All(ics, "RRULE"));
    }

    [Fact]
    public void A_meeting_at_a_skipped_hour_is_written_in_UTC_by_itself()
    {
        // Kyiv's clock goes from 03:00 to 04:00 on 28 March 2027.
        var night = new Recurrence(Frequency.Weekly, 1, new(2027, 3, 21), new(3, 30), "Europe/Kyiv", 3, null);
        var ics = SeriesCalendar.Write(AnySeries.Card(night, Hour));

        Assert.Equal(
            ["DTSTART;TZID=Europe/Kyiv:20270321T033000", "DTSTART:20270328T013000Z"],
            IcsLines.All(ics, "DTSTART")
        );
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Kyiv:20270328T033000", IcsLines.One(ics, "RECURRENCE-ID"));
    }

    [Fact]
    public void A_series_that_begins_at_a_doubled_hour_says_how_long_it_is_and_not_when_it_ends()
    {
        // Kyiv's clock goes from 04:00 back to 03:00 on 31 October 2027.
        var night = new Recurrence(Frequency.Weekly, 1, new(2027, 10, 31), new(3, 30), "Europe/Kyiv", 3, null);
        var ics = SeriesCalendar.Write(AnySeries.Card(night, Duration.FromMinutes(90)));

        Assert.Equal("DURATION:PT90M", IcsLines.One(ics, "DURATION"));
        Assert.Equal("DTEND:20271031T020000Z", IcsLines.One(ics, "DTEND"));
        Assert.Equal(
            ["DTSTART;TZID=Europe/Kyiv:20271031T033000", "DTSTART:20271031T003000Z"],
            IcsLines.All(ics, "DTSTART")
        );
    }

    [Fact]
    public void A_meeting_moved_into_the_second_pass_of_a_doubled_hour_is_written_in_UTC()
    {
        var morning = new Recurrence(Frequency.Weekly, 1, new(2027, 10, 24), new(9, 0), "Europe/Kyiv", 3, null);
        var series = AnySeries.Card(morning, Hour, (1, 1, -330));
        var ics = SeriesCalendar.WriteOne(series, series.Exceptions[0]);

        Assert.Equal("DTSTART:20271031T013000Z", IcsLines.One(ics, "DTSTART"));
        Assert.Equal("RECURRENCE-ID;TZID=Europe/Kyiv:20271031T090000", IcsLines.One(ics, "RECURRENCE-ID"));
    }

    [Fact]
    public void A_series_in_UTC_needs_no_definition()
    {
        var ics = SeriesCalendar.Write(AnySeries.Card(Tuesdays with { Zone = "UTC" }, Hour, (1, 0, 0), (2, 1, 60)));

        Assert.DoesNotContain("VTIMEZONE", ics, StringComparison.Ordinal);
        Assert.Equal("EXDATE:20270112T150000Z", IcsLines.One(ics, "EXDATE"));
        Assert.Equal("RECURRENCE-ID:20270209T150000Z", IcsLines.One(ics, "RECURRENCE-ID"));
    }

    [Fact]
    public void A_series_moved_as_a_whole_leaves_no_exception_behind_its_sequence()
    {
        var series = AnySeries.Card(Tuesdays, Hour, (3, 1, 60));
        var moved = series with { Usual = series.Usual with { Sequence = 9 } };

        Assert.Equal(["SEQUENCE:9", "SEQUENCE:11"], IcsLines.All(SeriesCalendar.Write(moved), "SEQUENCE"));
        Assert.Equal("SEQUENCE:11", IcsLines.One(SeriesCalendar.WriteOne(moved, moved.Exceptions[0]), "SEQUENCE"));
    }

    [Fact]
    public void What_no_series_can_be_is_a_bug()
    {
        var series = AnySeries.Card(Tuesdays, Hour, (1, 0, 0));

        Assert.Throws<ArgumentException>(() =>
            SeriesCalendar.Write(series with { Usual = series.Usual with { Start = series.Usual.Start + Hour } })
        );
        Assert.Throws<ArgumentException>(() =>
            SeriesCalendar.Write(series with { Exceptions = [.. series.Exceptions, .. series.Exceptions] })
        );
        Assert.Throws<ArgumentException>(() =>
            SeriesCalendar.Write(
                series with
                {
                    Exceptions = [series.Exceptions[0] with { Day = new LocalDate(2027, 1, 13) }],
                }
            )
        );
        Assert.Throws<ArgumentException>(() =>
            SeriesCalendar.Write(series with { Rule = Tuesdays with { Count = 1 } })
        );
    }

    [Fact]
    public void Any_series_can_be_written_as_a_whole_and_meeting_by_meeting() =>
        AnySeries.Cards.Sample(
            series =>
            {
                _ = SeriesCalendar.Write(series);
                _ = SeriesCalendar.Write(series with { Usual = series.Usual with { IsCancelled = true } });
                foreach (var one in series.Exceptions)
                    _ = SeriesCalendar.WriteOne(series, one);
            },
            iter: 1000
        );
}
