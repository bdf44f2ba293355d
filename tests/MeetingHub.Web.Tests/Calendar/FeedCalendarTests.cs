using MeetingHub.Web.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class FeedCalendarTests
{
    private static readonly Instant Autumn = Instant.FromUtc(2026, 10, 27, 8, 0);

    [Fact]
    public void A_subscriber_sees_the_name_and_when_to_ask_again()
    {
        var lines = IcsLines.Unfolded(FeedCalendar.Write("Балаклія,\r\nГавр", []));

        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("X-WR-CALNAME:Балаклія\\, Гавр", lines);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", lines);
    }

    [Fact]
    public void Each_zone_is_defined_once_and_before_the_first_event()
    {
        var ics = FeedCalendar.Write(
            "Hub",
            [
                Cards.Entry(Autumn, "Europe/Kyiv"),
                Cards.Entry(Autumn + Duration.FromDays(900), "Europe/Kiev"),
                Cards.Entry(Autumn, "America/Vancouver"),
                Cards.Entry(Autumn, "UTC"),
            ]
        );
        var lines = IcsLines.Unfolded(ics).ToList();

        Assert.Single(lines, "TZID:Europe/Kyiv");
        Assert.Single(lines, "TZID:America/Vancouver");
        Assert.Equal(2, lines.Count(line => line == "BEGIN:VTIMEZONE"));
        Assert.True(lines.LastIndexOf("END:VTIMEZONE") < lines.IndexOf("BEGIN:VEVENT"));
        Assert.Equal(4, IcsLines.Load(ics).Events.Count);
    }

    [Fact]
    public void A_definition_is_right_for_the_earliest_and_the_latest_meeting()
    {
        var late = Autumn + Duration.FromDays(900);
        var ics = FeedCalendar.Write(
            "Hub",
            [Cards.Entry(Autumn, "America/Vancouver"), Cards.Entry(late, "America/Vancouver")]
        );
        var read = new VTimeZoneReading(ics, "America/Vancouver", 2033);
        var zone = DateTimeZoneProviders.Tzdb["America/Vancouver"];

        Assert.Equal(zone.GetUtcOffset(Autumn), read.At(Autumn));
        Assert.Equal(zone.GetUtcOffset(late), read.At(late));
    }

    [Fact]
    public void A_meeting_has_the_same_uid_as_in_its_invitation()
    {
        var ics = FeedCalendar.Write("Hub", [Cards.Entry(Autumn, "Europe/Kyiv") with { MeetingId = Cards.Meeting }]);

        Assert.Equal(IcsLines.Event(InvitationCalendar.Write(Cards.Balakliia)).Uid, IcsLines.Event(ics).Uid);
    }

    [Fact]
    public void A_cancelled_meeting_stays_and_takes_no_time()
    {
        var ics = FeedCalendar.Write(
            "Hub",
            [Cards.Entry(Autumn, "Europe/Kyiv") with { IsCancelled = true, Sequence = 4 }]
        );

        Assert.Equal("STATUS:CANCELLED", IcsLines.One(ics, "STATUS"));
        Assert.Equal("TRANSP:TRANSPARENT", IcsLines.One(ics, "TRANSP"));
        Assert.Equal("SEQUENCE:4", IcsLines.One(ics, "SEQUENCE"));
    }

    [Fact]
    public void A_feed_names_no_people()
    {
        var ics = FeedCalendar.Write("Hub", [Cards.Entry(Autumn, "Europe/Kyiv")]);

        Assert.Empty(IcsLines.All(ics, "ATTENDEE"));
        Assert.Empty(IcsLines.All(ics, "ORGANIZER"));
    }

    [Fact]
    public void Long_titles_are_folded_and_forged_ones_are_titles()
    {
        var title = string.Concat(Enumerable.Repeat("Відбудова 🏥 ", 20)) + "\r\nEND:VEVENT";
        var ics = FeedCalendar.Write(title, [Cards.Entry(Autumn, "Europe/Kyiv", title)]);

        Assert.All(IcsLines.Physical(ics), line => Assert.InRange(IcsLines.Octets(line), 1, 75));
        Assert.EndsWith("🏥 END:VEVENT", IcsLines.Event(ics).Summary, StringComparison.Ordinal);
    }
}
