using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Authentication.Azure;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>
/// The line to Microsoft 365, signed in as the application itself. Nothing in it repeats a call: the SDK's own retry handler
/// would sleep through a Retry-After of ten minutes, and our queue can wait without holding anything.
/// </summary>
internal sealed class GraphConnection(
    IHttpClientFactory http,
    IOptions<GraphSettings> options,
    IClock clock,
    ILogger<GraphConnection> logger
)
{
    public const string HttpName = "graph";
    private volatile GraphServiceClient? client;

    public async Task<GraphAnswer<T>> Ask<T>(
        Func<GraphServiceClient, CancellationToken, Task<T?>> call,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            return await call(client ??= Open(), limit.Token) is { } answer
                ? new GraphAnswer<T>(answer, null)
                : new GraphAnswer<T>(default, new Setback(GraphFault.Garbled));
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            var setback = FaultReading.Of(fault, clock.GetCurrentInstant());
            // A token that is refused before its time stays in the client's cache: the next try begins without it.
            if (setback.Fault == GraphFault.SignInRefused)
                client = null;
            // The type alone: the words of an answer often repeat the mailbox.
            logger.LogWarning("Microsoft 365: {Setback} ({Fault})", setback.Fault, fault.GetType().Name);
            return new GraphAnswer<T>(default, setback);
        }
    }

    private GraphServiceClient Open()
    {
        var settings = options.Value;
        var root = new Uri(settings.BaseUrl);
        var authority = new Uri(settings.AuthorityUrl);
        var signIn = new ClientSecretCredentialOptions
        {
            AuthorityHost = authority,
            // A cloud that login.microsoftonline.com does not list is not looked up there.
            DisableInstanceDiscovery = authority.Host != "login.microsoftonline.com",
            Transport = new HttpClientTransport(http.CreateClient(HttpName)),
            Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds) },
        };
        return new GraphServiceClient(
            http.CreateClient(HttpName),
            new AzureIdentityAuthenticationProvider(
                new ClientSecretCredential(settings.TenantId, settings.ClientId, settings.ClientSecret, signIn),
                allowedHosts: [root.Host],
                isCaeEnabled: false,
                scopes: [$"{root.GetLeftPart(UriPartial.Authority)}/.default"]
            ),
            settings.BaseUrl
        );
    }
}
