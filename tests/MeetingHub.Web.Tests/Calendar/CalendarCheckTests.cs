using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

/// <summary>The last look must see every wrong letter: each test spoils a right calendar in one place.</summary>
public class CalendarCheckTests
{
    private static readonly SeriesCard Series = AnySeries.Card(
        new Recurrence(Frequency.Weekly, 1, new(2027, 2, 2), new(15, 0), "Europe/Kyiv", 12, null),
        Duration.FromHours(1),
        (2, 0, 0),
        (4, 1, 60)
    );

    private static readonly string Right = SeriesCalendar.Write(Series);

    [Fact]
    public void What_is_right_is_given_out_unchanged() => Assert.Same(Right, CalendarCheck.Sure(Right, Meant));

    [Theory]
    [InlineData("TZOFFSETTO:+0300", "TZOFFSETTO:+0400")]
    [InlineData("BYMONTH=3;BYDAY=-1SU", "BYMONTH=4;BYDAY=-1SU")]
    [InlineData("BYMONTH=3;BYDAY=-1SU", "BYMONTH=3;BYDAY=2SU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("BYDAY=TU", "BYDAY=WE")]
    [InlineData("UNTIL=20270420", "UNTIL=20270419")]
    [InlineData("UNTIL=20270420", "UNTIL=20270427")]
    [InlineData("EXDATE;TZID=Europe/Kyiv:20270216T150000", "EXDATE;TZID=Europe/Kyiv:20270216T140000")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Kyiv:20270302T150000", "RECURRENCE-ID;TZID=Europe/Kyiv:20270302T160000")]
    [InlineData("DTSTART;TZID=Europe/Kyiv:20270302T160000", "DTSTART;TZID=Europe/Kyiv:20270302T150000")]
    [InlineData("DTEND;TZID=Europe/Kyiv:20270202T160000", "DTEND;TZID=Europe/Kyiv:20270202T163000")]
    public void What_is_wrong_in_one_place_is_not(string right, string wrong)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);

        Assert.Throws<InvalidOperationException>(() =>
            CalendarCheck.Sure(Right.Replace(right, wrong, StringComparison.Ordinal), Meant)
        );
    }

    private static IEnumerable<MeantTime> Meant =>
        AnySeries.Meetings(Series).Select(m => new MeantTime(m.Original, m.Start, m.End));
}
