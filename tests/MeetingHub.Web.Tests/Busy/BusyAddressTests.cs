using MeetingHub.Web.Busy;
using MeetingHub.Web.Shared.Fetching;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public class BusyAddressTests
{
    private static readonly TrustedHosts Trusted = TrustedHosts.Parse("inside.example:5232, hall.example")!;

    [Theory]
    [InlineData("https://calendar.example/a.ics?key=1", "https://calendar.example/a.ics?key=1")]
    [InlineData("  webcal://calendar.example/a.ics ", "https://calendar.example/a.ics")]
    [InlineData("WEBCAL://calendar.example/a.ics", "https://calendar.example/a.ics")]
    [InlineData("http://calendar.example/a.ics#today", "http://calendar.example/a.ics")]
    [InlineData("http://inside.example:5232/o/", "http://inside.example:5232/o/")]
    [InlineData("https://календар.example/a", "https://календар.example/a")]
    public void Addresses_are_kept_as_they_will_be_asked(string typed, string kept) =>
        Assert.Equal(
            new Uri(kept).AbsoluteUri,
            BusyAddress.Check(new(BusySourceKind.Subscription, typed), Trusted).Source?.Address
        );

    [Theory]
    [InlineData("", BusyAddressFault.NotAnAddress)]
    [InlineData(null, BusyAddressFault.NotAnAddress)]
    [InlineData("calendar.example/a.ics", BusyAddressFault.NotAnAddress)]
    [InlineData("/etc/passwd", BusyAddressFault.NotAnAddress)]
    [InlineData("file:///etc/passwd", BusyAddressFault.NotAnAddress)]
    [InlineData("javascript:alert(1)", BusyAddressFault.NotAnAddress)]
    [InlineData("https://calendar.example/\r\nX: y", BusyAddressFault.NotAnAddress)]
    [InlineData("https://me:secret@calendar.example/", BusyAddressFault.HoldsPassword)]
    [InlineData("https://calendar.example:8443/", BusyAddressFault.PortNotAllowed)]
    [InlineData("https://hall.example:22/", BusyAddressFault.PortNotAllowed)]
    public void Whatever_is_no_address_of_a_calendar_is_named(string? typed, BusyAddressFault fault) =>
        Assert.Equal(fault, BusyAddress.Check(new(BusySourceKind.Subscription, typed), Trusted).Fault);

    [Theory]
    [InlineData("https://dav.example/c/", "o", "p", null)]
    [InlineData("http://inside.example:5232/c/", "o", "p", null)]
    [InlineData("http://dav.example/c/", "o", "p", BusyAddressFault.NotEncrypted)]
    [InlineData("https://dav.example/c/", "", "p", BusyAddressFault.FieldsMissing)]
    [InlineData("https://dav.example/c/", "o", null, BusyAddressFault.FieldsMissing)]
    [InlineData("https://dav.example/c/", "a:b", "p", BusyAddressFault.FieldsMissing)]
    public void A_password_travels_encrypted_or_not_at_all(
        string address,
        string? user,
        string? password,
        BusyAddressFault? fault
    ) => Assert.Equal(fault, BusyAddress.Check(new(BusySourceKind.CalDav, address, user, password), Trusted).Fault);

    [Theory]
    [InlineData("inside.example/path")]
    [InlineData("a b")]
    [InlineData("me@inside.example")]
    [InlineData("inside.example:99999")]
    public void A_list_of_trusted_hosts_holds_hosts_alone(string list) => Assert.Null(TrustedHosts.Parse(list));
}
