using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>
/// A small Microsoft 365 on a port of its own, over TLS: token endpoint, events, getSchedule. It knows what Graph takes and
/// complains of everything else; <see cref="Next"/> makes it misbehave.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Client = "66666666-7777-8888-9999-000000000000";
    public const string Secret = "the secret of the application";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Misbehaviour> misbehaviours = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly X509Certificate2 certificate = SelfSigned();

    public FakeGraph()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        app = builder.Build();
        app.Run(Answer);
        app.Start();
        Address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    public string Address { get; }
    public Mailboxes Mailboxes { get; } = new();
    public Tokens Tokens { get; } = new();

    /// <summary>Every request that reached Graph itself, in order.</summary>
    public IReadOnlyList<Asked> Asked => [.. asked];

    /// <summary>What a real Graph would not have understood.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public void Next(params Misbehaviour[] then)
    {
        foreach (var one in then)
            misbehaviours.Enqueue(one);
    }

    public Misbehaviour? Always { get; set; }

    /// <summary>Trusts this server's own certificate and no other.</summary>
    public HttpMessageHandler Handler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown?.GetCertHashString() == certificate.GetCertHashString(),
            },
        };

    private async Task Answer(HttpContext http)
    {
        try
        {
            if (http.Request.Path.StartsWithSegments($"/{Tenant}/oauth2/v2.0/token", StringComparison.Ordinal))
            {
                await Tokens.Give(http);
                return;
            }

            using var reader = new StreamReader(http.Request.Body);
            var text = await reader.ReadToEndAsync(http.RequestAborted);
            var request = new Asked(
                http.Request.Method,
                http.Request.Path.Value!,
                text.Length == 0 ? null : JsonDocument.Parse(text).RootElement.Clone(),
                http.Request.Headers["Prefer"].ToString()
            );
            asked.Enqueue(request);
            foreach (var wrong in Tokens.Check(http.Request).Concat(GraphRules.Check(request)))
                complaints.Enqueue($"{request.Method} {request.Path}: {wrong}");

            var how = misbehaviours.TryDequeue(out var next) ? next : Always;
            if (!Tokens.IsGood(http.Request))
                await Write(http, 401, GraphRules.Error("InvalidAuthenticationToken"));
            else if (how is null)
                await Write(http, Mailboxes.Do(request));
            else
                await how(http, () => Mailboxes.Do(request));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            complaints.Enqueue(fault.ToString());
            http.Abort();
        }
    }

    public static Task Write(HttpContext http, (int Status, object? Body) answer) =>
        Write(http, answer.Status, answer.Body);

    public static async Task Write(HttpContext http, int status, object? body)
    {
        http.Response.StatusCode = status;
        if (body is not null)
            await http.Response.WriteAsJsonAsync(body);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }
}

/// <summary>A request as it came.</summary>
internal sealed record Asked(string Method, string Path, JsonElement? Body, string Prefer)
{
    public string? Text(string property) => Body!.Value.GetProperty(property).GetString();
}

/// <summary>How one request is answered instead; <c>well</c> does what was asked and tells what the answer would have been.</summary>
internal delegate Task Misbehaviour(HttpContext http, Func<(int Status, object? Body)> well);

internal static class Misbehaving
{
    public static Misbehaviour Throttling(int seconds) =>
        async (http, _) =>
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
            await FakeGraph.Write(http, 429, GraphRules.Error("TooManyRequests"));
        };

    public static Misbehaviour Status(int status, string code) =>
        (http, _) => FakeGraph.Write(http, status, GraphRules.Error(code));

    public static Misbehaviour Body(int status, string type, string body) =>
        async (http, _) =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = type;
            await http.Response.WriteAsync(body);
        };

    /// <summary>Says nothing until the caller gives up.</summary>
    public static Misbehaviour Silence { get; } =
        async (http, _) =>
        {
            var gone = new TaskCompletionSource();
            await using var left = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };

    public static Misbehaviour Reset { get; } =
        (http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

    /// <summary>Does it, and the answer is lost on the way.</summary>
    public static Misbehaviour LostAnswer { get; } =
        (http, well) =>
        {
            well();
            http.Abort();
            return Task.CompletedTask;
        };
}
