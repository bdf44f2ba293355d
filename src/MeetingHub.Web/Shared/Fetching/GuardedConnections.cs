using System.Net;
using System.Net.Sockets;

namespace MeetingHub.Web.Shared.Fetching;

/// <summary>The address leads where this server must not ask.</summary>
internal sealed class AddressNotAllowedException() : IOException("The address is not allowed.");

/// <summary>
/// Connects to public addresses and trusted hosts alone. The name is resolved here, and the very addresses that were checked
/// are the ones connected to: a name that answers differently the second time (DNS rebinding) gains nothing.
/// </summary>
internal sealed class GuardedConnections(
    TrustedHosts trusted,
    Func<string, CancellationToken, Task<IPAddress[]>> resolve
)
{
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(5);

    /// <summary>No proxy, no cookies, no credentials of the machine, no redirects behind our back.</summary>
    public SocketsHttpHandler Handler() =>
        new()
        {
            ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, stop),
            ConnectTimeout = LongestConnecting,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 4,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };

    private async ValueTask<Stream> Connect(DnsEndPoint place, CancellationToken stop)
    {
        var found = await resolve(place.Host, stop);
        // One inside address among public ones is refused too: no honest name answers so to the world.
        if (found.Length == 0 || (!trusted.Has(place.Host, place.Port) && !found.All(PublicAddress.Is)))
            throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, place.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
