using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class BusyReaderTests
{
    [Fact]
    public void An_event_in_Kyiv_is_busy_two_hours_earlier_in_UTC() =>
        Assert.Equal(
            [Hour(5, 8)],
            BusyWith(Event("DTSTART;TZID=Europe/Kyiv:20261105T100000", "DTEND;TZID=Europe/Kyiv:20261105T110000"))
        );

    [Theory]
    [InlineData("DTSTART:20261105T080000Z\nDTEND:20261105T090000Z")]
    [InlineData("DTSTART:20261105T100000\nDTEND:20261105T110000")]
    [InlineData("DTSTART:20261105T100000\nDURATION:PT1H")]
    [InlineData("DTSTART;TZID=Europe/Kiev:20261105T100000\nDURATION:PT60M")]
    [InlineData("dtstart;tzid=europe/kyiv:20261105T100000\nduration:PT3600S")]
    [InlineData("DTSTART;TZID=Europe/Paris:20261105T090000\nDTEND;TZID=Europe/Kyiv:20261105T110000")]
    [InlineData("DTSTART;VALUE=DATE-TIME:20261105T080000Z\nDURATION:+P0DT1H0M0S")]
    [InlineData("DTSTART;TZID=\"FLE Standard Time\":20261105T100000\nDURATION:PT1H")]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Kiev:20261105T100000\nDURATION:PT1H")]
    public void The_same_hour_is_written_in_many_ways(string lines) =>
        Assert.Equal([Hour(5, 8)], BusyWith(Event(lines)));

    [Theory]
    [InlineData("TRANSP:TRANSPARENT")]
    [InlineData("transp:transparent")]
    [InlineData("STATUS:CANCELLED")]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS:FREE")]
    public void What_does_not_hold_its_owner_is_free(string line) =>
        Assert.Empty(BusyWith(Event("DTSTART:20261105T080000Z", "DTEND:20261105T090000Z", line)));

    [Theory]
    [InlineData("TRANSP:OPAQUE")]
    [InlineData("STATUS:TENTATIVE")]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS:OOF")]
    [InlineData("ATTENDEE;PARTSTAT=DECLINED:mailto:somebody@izium.example")]
    public void What_is_in_doubt_is_busy(string line) =>
        Assert.Single(BusyWith(Event("DTSTART:20261105T080000Z", "DTEND:20261105T090000Z", line)));

    [Fact]
    public void What_the_owner_declined_is_free_and_what_others_declined_is_not()
    {
        var declined = Event(
            "DTSTART:20261105T080000Z",
            "DURATION:PT1H",
            "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Olena@izium.example"
        );
        var others = Event(
            "DTSTART:20261106T080000Z",
            "DURATION:PT1H",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:zoe@lehavre.example"
        );

        Assert.Equal([Hour(6, 8)], BusyWith("X-WR-CALNAME:olena@izium.example", declined, others));
    }

    [Fact]
    public void A_whole_day_is_the_owners_day() =>
        Assert.Equal(
            [Span(2026, 11, 4, 22, 24)],
            BusyWith(Event("DTSTART;VALUE=DATE:20261105", "DTEND;VALUE=DATE:20261106"))
        );

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261105")]
    [InlineData("DTSTART:20261105\nDTEND:20261105")]
    [InlineData("DTSTART;VALUE=DATE:20261105\nDURATION:P1D")]
    public void A_whole_day_may_have_no_end(string lines) =>
        Assert.Equal([Span(2026, 11, 4, 22, 24)], BusyWith(Event(lines)));

    [Fact]
    public void The_day_on_which_clocks_go_back_has_25_hours() =>
        Assert.Equal(
            [Span(2026, 10, 24, 21, 25)],
            BusyIn(Ics(Event("DTSTART;VALUE=DATE:20261025")), new Interval(Utc(2026, 10, 20), Utc(2026, 10, 30)))
        );

    [Fact]
    public void An_event_without_end_takes_no_time() => Assert.Empty(BusyWith(Event("DTSTART:20261105T080000Z")));

    [Fact]
    public void Stretches_are_clipped_merged_and_in_order()
    {
        var busy = BusyWith(
            Event("DTSTART:20261129T080000Z", "DTEND:20261215T090000Z"),
            Event("DTSTART:20261105T083000Z", "DTEND:20261105T090000Z"),
            Event("DTSTART:20261105T080000Z", "DTEND:20261105T083000Z"),
            Event("DTSTART:20261201T080000Z", "DTEND:20261201T083000Z"),
            Event("DTSTART:20250101T080000Z", "DTEND:20261101T000000Z")
        );

        Assert.Equal(
            [
                new Interval(November.Start, Utc(2026, 11, 1)),
                Hour(5, 8),
                new Interval(Utc(2026, 11, 29, 8), November.End),
            ],
            busy
        );
    }

    [Fact]
    public void Free_busy_parts_are_read_and_kinds_nobody_knows_are_busy()
    {
        var busy = BusyWith(
            """
            BEGIN:VFREEBUSY
            UID:1
            DTSTART:20261101T000000Z
            DTEND:20261130T000000Z
            FREEBUSY:20261105T080000Z/PT1H,20261106T080000Z/20261106T090000Z
            FREEBUSY;FBTYPE=FREE:20261107T080000Z/PT1H
            FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261108T080000Z/PT1H
            FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261109T080000Z/PT1H
            FREEBUSY;FBTYPE=X-AIR-RAID:20261110T080000Z/PT1H
            END:VFREEBUSY
            """
        );

        Assert.Equal([Hour(5, 8), Hour(6, 8), Hour(8, 8), Hour(9, 8), Hour(10, 8)], busy);
    }

    [Fact]
    public void An_event_whose_time_cannot_be_read_does_not_hide_the_others() =>
        Assert.Equal(
            [Hour(5, 8)],
            BusyWith(
                Event("DTSTART:soon", "DTEND:later"),
                Event("DTSTART:20260230T080000Z"),
                Event("DTSTART:20261105T080000Z", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES")
            )
        );

    [Fact]
    public void The_last_version_of_an_event_counts() =>
        Assert.Equal(
            [Hour(6, 8)],
            BusyWith(
                "BEGIN:VEVENT\nUID:a\nSEQUENCE:2\nDTSTART:20261106T080000Z\nDURATION:PT1H\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:a\nSEQUENCE:1\nDTSTART:20261105T080000Z\nDURATION:PT1H\nEND:VEVENT"
            )
        );

    [Fact]
    public void An_empty_calendar_is_free_and_no_fault() => Assert.Empty(BusyWith("X-WR-TIMEZONE:Europe/Kyiv"));

    [Fact]
    public void An_unknown_home_is_that_of_the_calendar() =>
        Assert.Equal(
            [Hour(5, 8)],
            BusyIn(
                Ics("X-WR-TIMEZONE:Europe/Kiev", Event("DTSTART:20261105T100000", "DURATION:PT1H")),
                November,
                "Nowhere/Land"
            )
        );

    [Fact]
    public void A_window_without_ends_or_length_is_empty()
    {
        var calendar = Bytes(Ics(Event("DTSTART:20261105T080000Z", "DURATION:PT1H")));

        Assert.Empty(BusyReader.Read(calendar, new Interval(null, null), Kyiv).Busy);
        Assert.Empty(BusyReader.Read(calendar, new Interval(Utc(2026, 11, 5), Utc(2026, 11, 5)), Kyiv).Busy);
    }
}
