using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeetingHub.Web.Tests.Busy;

/// <summary>A real web server on a free port of this machine that answers as it is told, and counts how often it is asked.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private FakeServer(WebApplication app) => this.app = app;

    public int Asked => asked;
    public string Address { get; private set; } = "";
    public int Port => new Uri(Address).Port;

    public static async Task<FakeServer> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeServer(builder.Build());
        server.app.Run(http =>
        {
            Interlocked.Increment(ref server.asked);
            return answer(http);
        });
        await server.app.StartAsync();
        server.Address = $"{server.app.Urls.Single()}/";
        return server;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
