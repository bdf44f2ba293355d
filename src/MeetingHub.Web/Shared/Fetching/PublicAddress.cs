using System.Net;
using System.Net.Sockets;

namespace MeetingHub.Web.Shared.Fetching;

/// <summary>
/// Tells a public address from one that leads inside. The threat is server-side request forgery: an address that a person
/// enters would make the server ask the machine itself, its neighbours, or a cloud's metadata service with the cloud's keys.
/// Networks after IANA's special-purpose registries (RFC 6890).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] ClosedV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("168.63.129.16/32"), // Azure's wire server, inside every virtual machine
        IPNetwork.Parse("169.254.0.0/16"), // link-local, and most clouds' metadata
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    // All that IANA has given out to the world. Loopback, unique-local, link-local, multicast and site-local lie outside.
    private static readonly IPNetwork OpenV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedV6 =
    [
        IPNetwork.Parse("2001::/23"), // Teredo, benchmarks, ORCHID
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Is(IPAddress address) =>
        Embedded(address) is { } inner ? Is(inner)
        : address.AddressFamily == AddressFamily.InterNetwork ? !ClosedV4.Any(n => n.Contains(address))
        : OpenV6.Contains(address) && !ClosedV6.Any(n => n.Contains(address));

    /// <summary>The IPv4 address to which an IPv6 one leads in the end.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }
}
