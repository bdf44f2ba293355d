using System.Text;
using MeetingHub.Web.Calendar;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class FoldingTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("щ")]
    [InlineData("語")]
    [InlineData("🏥")]
    [InlineData("a щ🏥,")]
    public void Lines_have_at_most_75_octets_and_no_character_is_cut(string piece)
    {
        for (var times = 1; times < 120; times++)
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            var ics = InvitationCalendar.Write(
                Cards.Balakliia with
                {
                    Summary = text,
                    Description = text,
                    Location = text,
                    AttendeeName = text,
                }
            );

            Assert.All(IcsLines.Physical(ics), line => Assert.InRange(IcsLines.Octets(line), 1, 75));
            // A cut surrogate pair would be encoded as a replacement character.
            Assert.DoesNotContain(
                "\uFFFD",
                Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(ics)),
                StringComparison.Ordinal
            );
            Assert.Equal(text, IcsLines.Event(ics).Summary);
            Assert.Equal(text, IcsLines.Event(ics).Attendees[0].CommonName);
        }
    }

    [Fact]
    public void A_line_of_exactly_75_octets_is_not_folded_and_one_of_76_is()
    {
        var fits = new IcsWriter();
        fits.Value("X-A", new string('a', 71));
        var over = new IcsWriter();
        over.Value("X-A", new string('a', 72));

        Assert.Equal($"X-A:{new string('a', 71)}\r\n", fits.ToString());
        Assert.Equal($"X-A:{new string('a', 71)}\r\n a\r\n", over.ToString());
    }
}
