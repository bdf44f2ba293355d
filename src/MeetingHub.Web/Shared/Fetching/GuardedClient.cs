using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace MeetingHub.Web.Shared.Fetching;

/// <summary>
/// Asks servers whose addresses strangers entered. They may lead inside, never answer, answer without end, or unpack to
/// gigabytes: each is bounded here and comes back as a fault, never as an exception.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    /// <summary>Unless whoever makes it says otherwise.</summary>
    public const int LargestBody = 1024 * 1024;
    private const int MostRedirects = 3;

    private readonly TrustedHosts trusted;
    private readonly TimeSpan longest;
    private readonly int largestBody;
    private readonly IClock clock;
    private readonly HttpClient http;

    public GuardedClient(TrustedHosts trusted, TimeSpan longest, IClock clock, int largestBody = LargestBody)
        : this(trusted, longest, clock, (host, stop) => Dns.GetHostAddressesAsync(host, stop), largestBody) { }

    internal GuardedClient(
        TrustedHosts trusted,
        TimeSpan longest,
        IClock clock,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        int largestBody = LargestBody
    )
    {
        this.trusted = trusted;
        this.longest = longest;
        this.largestBody = largestBody;
        this.clock = clock;
        http = new HttpClient(new GuardedConnections(trusted, resolve).Handler())
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "MeetingHub" } },
        };
    }

    /// <param name="ask">Makes the request anew for each address: the one given and those that it redirects to.</param>
    /// <param name="stop">Whoever stops gets an <see cref="OperationCanceledException"/>; our own time-out is a fault.</param>
    public async Task<Fetched> Send(Uri address, Func<Uri, HttpRequestMessage> ask, CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(longest);
        try
        {
            return await Follow(address, ask, limited.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Fetched.Failed(FetchFault.TooSlow);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or InvalidDataException or FormatException)
        {
            return new Fetched.Failed(FaultOf(fault));
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Fetched> Follow(Uri address, Func<Uri, HttpRequestMessage> ask, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!MayAsk(address))
                return new Fetched.Failed(FetchFault.AddressNotAllowed);
            using var response = await Ask(() => ask(address), stop);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return await Read(response, stop);
            if (!Uri.TryCreate(address, location, out var next) || !MayFollow(address, next, response.RequestMessage!))
                return new Fetched.Failed(FetchFault.AddressNotAllowed);
            address = next;
        }

        return new Fetched.Failed(FetchFault.NotReachable);
    }

    // Small servers close a line now and then without a word. All that is asked here only reads, so it may be asked again.
    private async Task<HttpResponseMessage> Ask(Func<HttpRequestMessage> ask, CancellationToken stop)
    {
        try
        {
            return await http.SendAsync(ask(), HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException cut)
            when (cut.HttpRequestError is HttpRequestError.ResponseEnded
                || cut.InnerException is IOException { InnerException: SocketException }
            )
        {
            return await http.SendAsync(ask(), HttpCompletionOption.ResponseHeadersRead, stop);
        }
    }

    private bool MayAsk(Uri address) =>
        address.Scheme is ("http" or "https")
        && address.UserInfo.Length == 0
        && (address.IsDefaultPort || trusted.Has(address));

    // A password goes to the host that it was given for and to no other; what began encrypted stays so.
    private static bool MayFollow(Uri from, Uri to, HttpRequestMessage request) =>
        (from.Scheme == to.Scheme || to.Scheme == Uri.UriSchemeHttps)
        && (
            request.Headers.Authorization is null
            || from.GetLeftPart(UriPartial.Authority) == to.GetLeftPart(UriPartial.Authority)
        );

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private async Task<Fetched> Read(HttpResponseMessage response, CancellationToken stop)
    {
        byte[]? body = [];
        if (response.IsSuccessStatusCode)
            body = await Bytes(response.Content, stop);
        if (body is null)
            return new Fetched.Failed(FetchFault.TooLarge);
        return new Fetched.Reply(
            response.StatusCode,
            body,
            response.Content.Headers.ContentType?.MediaType,
            new Validators(response.Headers.ETag, response.Content.Headers.LastModified),
            response.Headers.CacheControl is { NoStore: false, NoCache: false, MaxAge: { } age }
                ? Duration.FromTimeSpan(age)
                : null,
            RetryAfter(response)
        );
    }

    // Counted while reading, unpacked: a header's length is what a bomb lies about.
    private async Task<byte[]?> Bytes(HttpContent content, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        await using var body = await content.ReadAsStreamAsync(stop);
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, stop)) > 0)
        {
            if (kept.Length + count > largestBody)
                return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    private Duration? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => Duration.FromTimeSpan(wait),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant(),
            _ => null,
        };

    private static FetchFault FaultOf(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressNotAllowedException)
                return FetchFault.AddressNotAllowed;
            if (inner is InvalidDataException)
                return FetchFault.Garbled;
        }

        return fault is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            ? FetchFault.TooLarge
            : FetchFault.NotReachable;
    }
}
