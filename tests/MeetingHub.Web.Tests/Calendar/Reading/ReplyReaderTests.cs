using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class ReplyReaderTests
{
    private const string Zoe = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:zoe@lehavre.example";

    [Theory]
    [InlineData("REQUEST")]
    [InlineData("PUBLISH")]
    [InlineData("CANCEL")]
    [InlineData("REFRESH")]
    [InlineData("DECLINECOUNTER")]
    [InlineData("REPLY,COUNTER")]
    public void Other_methods_are_no_reply(string method) => Assert.Empty(Replies(Ics($"METHOD:{method}", Event(Zoe))));

    [Theory]
    [InlineData("mailto:zoe@lehavre.example")]
    [InlineData("MAILTO:Zoe@LeHavre.Example")]
    [InlineData("mailto:%7Aoe%40lehavre.example")]
    [InlineData("mailto:zoe@lehavre.example?subject=Hello")]
    [InlineData("mailto:<zoe@lehavre.example>")]
    [InlineData(" mailto:zoe@lehavre.example ")]
    [InlineData("zoe@lehavre.example")]
    public void An_address_is_read_however_it_is_spelt(string address) =>
        Assert.Equal("zoe@lehavre.example", Reply($"ATTENDEE;PARTSTAT=ACCEPTED:{address}").Attendee);

    [Theory]
    [InlineData("mailto:zoe@lehavre.example,mallory@evil.example")]
    [InlineData("mailto:zoe@lehavre.example%0D%0ABcc:mallory@evil.example")]
    [InlineData("mailto:zoe%00@lehavre.example")]
    [InlineData("mailto:\"zoe@lehavre.example\"@evil.example")]
    [InlineData("mailto:zoe@lehavre.example@evil.example")]
    [InlineData("mailto:zoe@lehavre.example%20evil.example")]
    [InlineData("mailto:@evil.example")]
    [InlineData("mailto:zoe@")]
    [InlineData("mailto:")]
    [InlineData("invalid:nomail")]
    [InlineData("https://evil.example/zoe@lehavre.example")]
    [InlineData("/principals/users/zoe")]
    public void What_is_not_one_plain_address_is_nobody(string address) =>
        Assert.Empty(Replies(Ics("METHOD:REPLY", Event($"ATTENDEE;PARTSTAT=ACCEPTED:{address}"))));

    [Theory]
    [InlineData("accepted", Answer.Accepted)]
    [InlineData("TENTATIVE", Answer.Tentative)]
    [InlineData("\"DECLINED\"", Answer.Declined)]
    [InlineData("NEEDS-ACTION", Answer.NeedsAction)]
    [InlineData("X-MAYBE", Answer.NeedsAction)]
    public void The_answer_is_read(string status, Answer answer) =>
        Assert.Equal(answer, Reply($"ATTENDEE;PARTSTAT={status}:mailto:zoe@lehavre.example").Answer);

    [Fact]
    public void Delegating_is_tentative_and_says_to_whom()
    {
        var reply = Reply(
            "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:Paul@LeHavre.example\":mailto:zoe@lehavre.example",
            "COMMENT:Je suis en congé"
        );

        Assert.Equal((Answer.Tentative, "Je suis en congé\n→ paul@lehavre.example"), (reply.Answer, reply.Comment));
    }

    [Fact]
    public void A_reply_without_an_answer_needs_action_and_a_counter_has_none()
    {
        const string Silent = "ATTENDEE:mailto:zoe@lehavre.example";

        Assert.Equal(Answer.NeedsAction, Reply(Silent).Answer);
        Assert.Null(Assert.Single(Replies(Ics("METHOD:COUNTER", Event(Silent)))).Answer);
    }

    [Fact]
    public void Of_everybody_invited_only_those_who_answered_are_read() =>
        Assert.Equal(
            "zoe@lehavre.example",
            Reply("ATTENDEE:mailto:a@b.example", Zoe, "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:c@b.example").Attendee
        );

    [Theory]
    [InlineData("SEQUENCE:7", 7)]
    [InlineData("SEQUENCE: 7 ", 7)]
    [InlineData("SEQUENCE:-7", 0)]
    [InlineData("SEQUENCE:99999999999", 0)]
    [InlineData("X-NOTHING:1", 0)]
    public void A_sequence_that_cannot_be_read_is_zero(string line, int sequence) =>
        Assert.Equal(sequence, Reply(Zoe, line).Sequence);

    [Theory]
    [InlineData("RECURRENCE-ID:20261105T080000Z")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Kiev:20261105T100000")]
    [InlineData("RECURRENCE-ID;TZID=Romance Standard Time:20261105T090000")]
    [InlineData("RECURRENCE-ID;TZID=\"(UTC-05:00) Eastern Time (US & Canada)\":20261105T030000")]
    public void An_instance_is_known_by_its_instant(string line) =>
        Assert.Equal(Utc(2026, 11, 5, 8), Reply(Zoe, line).Instance);

    [Fact]
    public void An_instance_that_cannot_be_read_is_not_the_whole_series()
    {
        Assert.Empty(Replies(Ics("METHOD:REPLY", Event(Zoe, "RECURRENCE-ID:tomorrow"))));
        Assert.NotNull(Reply(Zoe, "RECURRENCE-ID:20261105T100000").Instance);
    }

    [Fact]
    public void A_floating_instance_is_in_the_zone_that_the_calendar_defines() =>
        Assert.Equal(
            Utc(2026, 11, 5, 8),
            Assert
                .Single(
                    Replies(
                        Ics(
                            "METHOD:REPLY",
                            "BEGIN:VTIMEZONE\nTZID:Europe/Kyiv\nEND:VTIMEZONE",
                            Event(Zoe, "RECURRENCE-ID:20261105T100000")
                        )
                    )
                )
                .Instance
        );

    [Fact]
    public void A_time_proposed_may_have_a_length_in_place_of_an_end()
    {
        var reply = Assert.Single(
            Replies(Ics("METHOD:COUNTER", Event(Zoe, "DTSTART:20261105T080000Z", "DURATION:PT90M")))
        );

        Assert.Equal(
            (Utc(2026, 11, 5, 8), Utc(2026, 11, 5, 9, 30)),
            (reply.ProposedStart!.Value, reply.ProposedEnd!.Value)
        );
    }

    [Theory]
    [InlineData("DTSTART:20261105T100000")]
    [InlineData("DTSTART;TZID=Nowhere:20261105T100000")]
    [InlineData("DTSTART;TZID=(UTC+02:00) Atlantis:20261105T100000")]
    [InlineData("DTSTART;VALUE=DATE:20261105")]
    public void A_time_proposed_on_an_unknown_clock_is_not_guessed(string line) =>
        Assert.Null(Assert.Single(Replies(Ics("METHOD:COUNTER", Event(Zoe, line)))).ProposedStart);

    [Fact]
    public void A_comment_is_one_text_without_controls_and_not_endless()
    {
        Assert.Equal("Oui\nMerci", Reply(Zoe, "COMMENT:Oui", "COMMENT:\u0001Merci\u001B").Comment);
        Assert.Null(Reply(Zoe, "COMMENT: \\n ").Comment);
        Assert.Equal(Attending.LongestNote, Reply(Zoe, $"COMMENT:{new string('x', 5000)}").Comment!.Length);
    }

    [Fact]
    public void A_line_break_in_a_text_does_not_forge_an_answer()
    {
        var reply = Reply(
            "ATTENDEE;CN=\"Zoé^nATTENDEE;PARTSTAT=ACCEPTED:mailto:mallory@evil.example\";PARTSTAT=DECLINED:mailto:zoe@lehavre.example",
            "COMMENT:Non\\nATTENDEE\\;PARTSTAT=ACCEPTED:mailto:mallory@evil.example"
        );

        Assert.Equal(("zoe@lehavre.example", Answer.Declined), (reply.Attendee, reply.Answer));
    }

    [Fact]
    public void A_reply_without_UID_is_none()
    {
        Assert.Empty(Replies(Ics("METHOD:REPLY", $"BEGIN:VEVENT\n{Zoe}\nEND:VEVENT")));
        Assert.Empty(Replies(Ics("METHOD:REPLY", $"BEGIN:VEVENT\nUID:{new string('x', 300)}\n{Zoe}\nEND:VEVENT")));
    }

    [Fact]
    public void More_replies_than_anybody_sends_are_refused() =>
        Assert.Equal(
            CalendarFault.TooManyEvents,
            ReplyReader.Read(Bytes(Ics(["METHOD:REPLY", .. Enumerable.Repeat(0, 201).Select(_ => Event(Zoe))]))).Fault
        );

    private static CalendarReply Reply(params string[] lines) =>
        Assert.Single(Replies(Ics("METHOD:REPLY", Event(lines))));
}
