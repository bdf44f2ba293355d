using MeetingHub.Web.Graph;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

public class WindowsZonesTests
{
    [Theory]
    [InlineData("Europe/Kyiv", "FLE Standard Time")]
    [InlineData("Europe/Kiev", "FLE Standard Time")]
    [InlineData("Europe/Uzhgorod", "FLE Standard Time")]
    [InlineData("Europe/Paris", "Romance Standard Time")]
    [InlineData("Asia/Tokyo", "Tokyo Standard Time")]
    [InlineData("America/New_York", "Eastern Standard Time")]
    [InlineData("Nowhere/Nothing", "UTC")]
    public void Zones_go_out_by_the_names_that_every_mailbox_knows(string zone, string name) =>
        Assert.Equal(name, WindowsZones.Of(zone));

    [Theory]
    [InlineData("FLE Standard Time", "Europe/Kyiv")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("UTC", "Etc/UTC")]
    public void Both_spellings_come_back(string name, string zone)
    {
        var winter = Instant.FromUtc(2027, 1, 1, 0, 0);
        var summer = Instant.FromUtc(2027, 7, 1, 0, 0);
        var (found, expected) = (WindowsZones.Find(name)!, DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(expected.GetUtcOffset(winter), found.GetUtcOffset(winter));
        Assert.Equal(expected.GetUtcOffset(summer), found.GetUtcOffset(summer));
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_none() => Assert.Null(WindowsZones.Find("tzone://Microsoft/Custom"));
}
