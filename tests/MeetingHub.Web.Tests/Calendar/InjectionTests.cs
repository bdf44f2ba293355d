using MeetingHub.Web.Calendar;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class InjectionTests
{
    private const string Forged = "ATTENDEE;CN=Mallory:mailto:mallory@evil.example";

    public static TheoryData<string> Breaks =>
        ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\u000B", "\u000C", "\0", "\u001B", "\r\n ", "\\n", "^n"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_name_with_line_breaks_cannot_forge_an_attendee(string lineBreak)
    {
        var name = $"Zoé{lineBreak}{Forged}";

        AssertOneOfEach(Cards.Balakliia with { AttendeeName = name, OrganizerName = name });
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void No_other_text_can_forge_an_attendee_either(string lineBreak)
    {
        var text = $"Нарада{lineBreak}{Forged}";

        AssertOneOfEach(
            Cards.Balakliia with
            {
                Summary = text,
                Description = text,
                Location = text,
                Language = text,
                Link = new Uri($"https://hub.example/join/{text}"),
                AttendeeAddress = $"zoe{lineBreak}{Forged}",
                OrganizerAddress = $"olena{lineBreak}{Forged}",
                SentByAddress = $"meetings{lineBreak}{Forged}",
            }
        );
    }

    [Theory]
    [InlineData("Zoé\";PARTSTAT=ACCEPTED:mailto:mallory@evil.example")]
    [InlineData("Zoé:mailto:mallory@evil.example")]
    [InlineData("Zoé;X=\"")]
    public void Quotes_and_colons_in_a_name_do_not_end_it(string name)
    {
        var ics = InvitationCalendar.Write(Cards.Balakliia with { AttendeeName = name });
        var attendee = Assert.Single(IcsLines.Event(ics).Attendees);

        Assert.Equal(name.Replace('"', '\''), attendee.CommonName);
        Assert.Equal("NEEDS-ACTION", attendee.ParticipationStatus);
        Assert.Equal(new Uri("mailto:zoe.lefevre@lehavre.example"), attendee.Value);
    }

    [Fact]
    public void A_name_cannot_reorder_what_stands_around_it()
    {
        var ics = InvitationCalendar.Write(
            Cards.Balakliia with
            {
                AttendeeName = "\u202EZoé\u2066 L\u200Fefèvre\u202C",
            }
        );

        Assert.Equal("Zoé Lefèvre", IcsLines.Event(ics).Attendees[0].CommonName);
    }

    [Fact]
    public void A_name_with_line_breaks_is_still_readable()
    {
        var ics = InvitationCalendar.Write(Cards.Balakliia with { AttendeeName = " Zoé\r\n\tLefèvre " });

        Assert.Equal("Zoé Lefèvre", IcsLines.Event(ics).Attendees[0].CommonName);
    }

    [Fact]
    public void Somebody_without_a_name_is_called_by_the_address()
    {
        var ics = InvitationCalendar.Write(Cards.Balakliia with { AttendeeName = "\u202E \n" });

        Assert.Equal("zoe.lefevre@lehavre.example", IcsLines.Event(ics).Attendees[0].CommonName);
    }

    [Fact]
    public void Ukrainian_apostrophes_and_domains_arrive()
    {
        var ics = InvitationCalendar.Write(
            Cards.Balakliia with
            {
                AttendeeName = "В'ячеслав Лук’яненко",
                AttendeeAddress = "o'brien+1@пошта.укр",
            }
        );

        Assert.Equal("В'ячеслав Лук’яненко", IcsLines.Event(ics).Attendees[0].CommonName);
        Assert.EndsWith(
            ":mailto:o'brien+1@xn--80a1acn3a.xn--j1amh",
            IcsLines.One(ics, "ATTENDEE"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_broken_character_becomes_the_replacement_character()
    {
        var ics = InvitationCalendar.Write(Cards.Balakliia with { Summary = "Нарада \uD83D!" });

        Assert.Equal("Нарада \uFFFD!", IcsLines.Event(ics).Summary);
    }

    [Fact]
    public void The_writer_refuses_a_raw_value_that_would_break_its_line() =>
        Assert.Throws<ArgumentException>(() => new IcsWriter().Value("UID", "a\r\nSTATUS:CANCELLED"));

    private static void AssertOneOfEach(InvitationCard card)
    {
        var ics = InvitationCalendar.Write(card);
        string[] once = ["ATTENDEE", "ORGANIZER", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "CONFERENCE", "STATUS"];

        Assert.All(once, name => Assert.Single(IcsLines.All(ics, name)));
        Assert.DoesNotContain(ics, c => c is not ('\r' or '\n' or '\t') && char.IsControl(c));
        var read = IcsLines.Event(ics);
        Assert.DoesNotContain(
            "mallory@evil.example",
            Assert.Single(read.Attendees).Value!.Authority,
            StringComparison.Ordinal
        );
        Assert.Equal("NEEDS-ACTION", read.Attendees[0].ParticipationStatus);
    }
}
