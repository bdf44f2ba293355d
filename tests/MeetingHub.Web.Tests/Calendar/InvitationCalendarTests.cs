using MeetingHub.Web.Calendar;
using NodaTime;
using NodaTime.Extensions;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class InvitationCalendarTests
{
    private static readonly InvitationCard Card = Cards.Balakliia;

    [Fact]
    public void A_reader_finds_title_text_and_times_as_they_were_given()
    {
        var read = IcsLines.Event(InvitationCalendar.Write(Card));

        Assert.Equal(Card.Summary, read.Summary);
        Assert.StartsWith(Card.Description, read.Description, StringComparison.Ordinal);
        Assert.Equal(Card.Start.ToDateTimeUtc(), read.DtStart!.AsUtc);
        Assert.Equal((Card.Start + Card.Length).ToDateTimeUtc(), read.DtEnd!.AsUtc);
        Assert.Equal("Europe/Kyiv", read.DtStart.TzId);
    }

    [Fact]
    public void A_request_carries_method_uid_stamp_sequence_and_status_exactly_once()
    {
        var ics = InvitationCalendar.Write(Card);

        Assert.Equal(
            "METHOD:REQUEST",
            Assert.Single(IcsLines.Unfolded(ics), l => l.StartsWith("METHOD", StringComparison.Ordinal))
        );
        Assert.Equal("UID:8f14e45fceea467fa0e61e2f3a4b5c6d@meetinghub", IcsLines.One(ics, "UID"));
        Assert.Equal("DTSTAMP:20260901T073015Z", IcsLines.One(ics, "DTSTAMP"));
        Assert.Equal("SEQUENCE:2", IcsLines.One(ics, "SEQUENCE"));
        Assert.Equal("STATUS:CONFIRMED", IcsLines.One(ics, "STATUS"));
    }

    [Fact]
    public void A_first_invitation_says_its_sequence_too() =>
        Assert.Equal("SEQUENCE:0", IcsLines.One(InvitationCalendar.Write(Card with { Sequence = 0 }), "SEQUENCE"));

    [Fact]
    public void There_is_one_organizer_and_one_attendee_who_is_asked_to_answer()
    {
        var ics = InvitationCalendar.Write(Card);
        var attendee = Assert.Single(IcsLines.Event(ics).Attendees);

        Assert.Equal(
            "ORGANIZER;CN=\"Олена Коваленко\":mailto:meetings@meetinghub.example",
            IcsLines.One(ics, "ORGANIZER")
        );
        Assert.Equal("Zoé Lefèvre", attendee.CommonName);
        Assert.Equal(new Uri("mailto:zoe.lefevre@lehavre.example"), attendee.Value);
        Assert.Equal("REQ-PARTICIPANT", attendee.Role);
        Assert.Equal("NEEDS-ACTION", attendee.ParticipationStatus);
        Assert.True(attendee.Rsvp);
    }

    [Fact]
    public void A_cancellation_keeps_every_field_and_the_uid()
    {
        var request = InvitationCalendar.Write(Card);
        var cancel = InvitationCalendar.Write(Card with { IsCancelled = true, Sequence = 3 });

        Assert.Contains("METHOD:CANCEL", IcsLines.Unfolded(cancel));
        Assert.Equal("STATUS:CANCELLED", IcsLines.One(cancel, "STATUS"));
        Assert.Equal("SEQUENCE:3", IcsLines.One(cancel, "SEQUENCE"));
        string[] same =
        [
            "UID",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "URL",
            "CONFERENCE",
            "ORGANIZER",
        ];
        Assert.All(same, name => Assert.Equal(IcsLines.One(request, name), IcsLines.One(cancel, name)));
        Assert.Equal(IcsLines.Event(request).Attendees[0].Value, IcsLines.Event(cancel).Attendees[0].Value);
    }

    [Fact]
    public void The_method_on_the_card_is_the_one_in_the_calendar() =>
        Assert.All(
            [Card, Card with { IsCancelled = true }],
            card => Assert.Contains($"METHOD:{card.Method}", IcsLines.Unfolded(InvitationCalendar.Write(card)))
        );

    [Fact]
    public void The_link_is_wherever_a_client_may_look_for_it()
    {
        const string link = "https://hub.example/join/abc%3Bdef%2Cghi?s=1";
        var ics = InvitationCalendar.Write(Card);
        var read = IcsLines.Event(ics);

        Assert.Equal($"Hôtel de Ville, salle 2 – {link}", read.Location);
        Assert.EndsWith("\n\n" + link, read.Description, StringComparison.Ordinal);
        Assert.Equal($"URL:{link}", IcsLines.One(ics, "URL"));
        Assert.Equal($"CONFERENCE;VALUE=URI:{link}", IcsLines.One(ics, "CONFERENCE"));
    }

    [Fact]
    public void Without_a_place_the_link_is_the_location() =>
        Assert.Equal(
            "https://hub.example/join/abc%3Bdef%2Cghi?s=1",
            IcsLines.Event(InvitationCalendar.Write(Card with { Location = " " })).Location
        );

    [Fact]
    public void A_link_that_the_texts_already_have_is_not_repeated()
    {
        var link = new Uri("https://hub.example/join/abc");
        var read = IcsLines.Event(
            InvitationCalendar.Write(
                Card with
                {
                    Link = link,
                    Location = $"Vidéo {link}",
                    Description = $"Join: {link}",
                }
            )
        );

        Assert.Equal($"Vidéo {link}", read.Location);
        Assert.Equal($"Join: {link}", read.Description);
    }

    [Fact]
    public void The_texts_say_their_language() =>
        Assert.StartsWith(
            "SUMMARY;LANGUAGE=uk:",
            IcsLines.One(InvitationCalendar.Write(Card), "SUMMARY"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Europe/Kiev")]
    [InlineData("Europe/Kyiv")]
    [InlineData("Europe/Zaporozhye")]
    public void Ukrainian_time_is_always_spelt_Kyiv(string zone)
    {
        var ics = InvitationCalendar.Write(Card with { ZoneId = zone });

        Assert.Equal("DTSTART;TZID=Europe/Kyiv:20261027T100000", IcsLines.One(ics, "DTSTART"));
        Assert.Contains("TZID:Europe/Kyiv", IcsLines.Unfolded(ics));
        Assert.DoesNotContain("Kiev", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_one_zone_definition_stands_before_the_event()
    {
        var lines = IcsLines.Unfolded(InvitationCalendar.Write(Card)).ToList();

        Assert.Single(lines, "BEGIN:VTIMEZONE");
        Assert.True(lines.IndexOf("END:VTIMEZONE") < lines.IndexOf("BEGIN:VEVENT"));
    }

    [Fact]
    public void A_meeting_in_UTC_needs_no_definition()
    {
        var ics = InvitationCalendar.Write(Card with { ZoneId = "Etc/UTC" });

        Assert.Equal("DTSTART:20261027T080000Z", IcsLines.One(ics, "DTSTART"));
        Assert.DoesNotContain("VTIMEZONE", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_in_the_repeated_hour_is_shown_neither_an_hour_early_nor_late()
    {
        // On 25 October 2026 Kyiv's clock goes from 04:00 back to 03:00; 01:30 UTC is the second 03:30.
        var second = InvitationCalendar.Write(Card with { Start = Instant.FromUtc(2026, 10, 25, 1, 30) });
        var first = InvitationCalendar.Write(
            Card with
            {
                Start = Instant.FromUtc(2026, 10, 25, 0, 10),
                Length = Duration.FromMinutes(30),
            }
        );

        Assert.Equal("DTSTART:20261025T013000Z", IcsLines.One(second, "DTSTART"));
        Assert.Equal("DTSTART:20261025T001000Z", IcsLines.One(first, "DTSTART"));
    }

    [Fact]
    public void Every_zone_gives_back_the_instant_that_was_meant()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.GetAllZones())
        {
            var ics = InvitationCalendar.Write(Card with { ZoneId = zone.Id, Length = Duration.FromHours(10) });

            Assert.Equal(Card.Start, VTimeZoneReading.InstantOf(ics, "DTSTART"));
            Assert.Equal(Card.Start + Duration.FromHours(10), VTimeZoneReading.InstantOf(ics, "DTEND"));
        }
    }

    [Fact]
    public void A_meeting_without_length_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            InvitationCalendar.Write(Card with { Length = Duration.Zero })
        );

    [Fact]
    public void A_mailbox_that_sends_for_the_organizer_says_so()
    {
        var ics = InvitationCalendar.Write(
            Card with
            {
                OrganizerAddress = "olena@balakliia.example",
                SentByAddress = "meetings@meetinghub.example",
            }
        );

        Assert.Equal(new Uri("mailto:meetings@meetinghub.example"), IcsLines.Event(ics).Organizer!.SentBy);
        Assert.Equal(new Uri("mailto:olena@balakliia.example"), IcsLines.Event(ics).Organizer!.Value);
    }
}
