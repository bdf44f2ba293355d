using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class ClientsTests
{
    private const string Uid = "0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub";
    private const string Hub = "meetings@hub.example";

    public static TheoryData<string> Calendars =>
        [Clients.Google, Clients.Outlook, Clients.Apple, Clients.Thunderbird, Clients.Nextcloud, Clients.Zimbra];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Every_client_tells_of_the_same_busy_hour(string ics) =>
        Assert.Equal([Hour(5, 8)], BusyIn(ics, November));

    [Theory]
    [MemberData(nameof(Calendars))]
    public void A_calendar_that_is_no_reply_has_none_and_no_fault(string ics) => Assert.Empty(Replies(ics));

    [Fact]
    public void Our_own_invitation_is_read_as_the_hour_that_it_is()
    {
        var card = Cards.Balakliia;
        var around = new Interval(card.Start - Duration.FromDays(2), card.Start + Duration.FromDays(2));

        Assert.Equal(
            [new Interval(card.Start, card.Start + card.Length)],
            BusyIn(InvitationCalendar.Write(card), around)
        );
        Assert.Empty(Replies(InvitationCalendar.Write(card)));
    }

    [Fact]
    public void Google_accepts_with_a_comment() =>
        Assert.Equal(
            new CalendarReply(
                ReplyMethod.Reply,
                Uid,
                null,
                Hub,
                "zoe.lefevre@gmail.example",
                Answer.Accepted,
                2,
                Instant.FromUtc(2026, 10, 20, 7, 15, 12),
                "Je viens, avec le maire\nZoé",
                null,
                null
            ),
            Assert.Single(Replies(Clients.GoogleReply))
        );

    [Fact]
    public void Exchange_declines_an_instance_without_naming_the_organiser() =>
        Assert.Equal(
            new CalendarReply(
                ReplyMethod.Reply,
                Uid,
                Utc(2026, 11, 5, 8),
                null,
                "petro.koval@izium.example",
                Answer.Declined,
                1,
                Utc(2026, 11, 1, 12),
                null,
                null,
                null
            ),
            Assert.Single(Replies(Clients.OutlookReply))
        );

    [Fact]
    public void Outlook_proposes_another_time() =>
        Assert.Equal(
            new CalendarReply(
                ReplyMethod.Counter,
                Uid,
                null,
                null,
                "petro.koval@izium.example",
                Answer.Tentative,
                1,
                Utc(2026, 11, 1, 12),
                "Краще по обіді",
                Utc(2026, 11, 5, 12),
                Utc(2026, 11, 5, 13)
            ),
            Assert.Single(Replies(Clients.OutlookCounter))
        );

    [Fact]
    public void Apple_is_known_by_the_address_beside_its_principal()
    {
        var reply = Assert.Single(Replies(Clients.AppleReply));

        Assert.Equal("zoe.lefevre@icloud.example", reply.Attendee);
        Assert.Equal((Answer.Tentative, 0, Utc(2026, 11, 5, 8)), (reply.Answer, reply.Sequence, reply.Instance!.Value));
    }

    [Fact]
    public void Thunderbird_answers_for_the_attendee_and_not_for_who_sent_it()
    {
        var reply = Assert.Single(Replies(Clients.ThunderbirdReply));

        Assert.Equal("o'brien+1@пошта.укр", reply.Attendee);
        Assert.Equal((Answer.Accepted, 0, null), (reply.Answer, reply.Sequence, reply.Stamp));
    }

    [Fact]
    public void Nextcloud_answers_the_series_and_one_instance_in_one_letter() =>
        Assert.Equal(
            [((Instant?)null, (Answer?)Answer.Accepted), (Utc(2026, 11, 12, 8), Answer.Declined)],
            Replies(Clients.NextcloudReply).Select(reply => (reply.Instance, reply.Answer))
        );
}
