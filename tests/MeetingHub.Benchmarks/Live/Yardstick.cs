using Microsoft.AspNetCore.SignalR;

namespace MeetingHub.Benchmarks.Live;

/// <summary>
/// The least possible hub: it lets everyone in, keeps nothing and tells everyone. What ours costs more than this is the price
/// of the door, the log and the disk. Only the line's timing is ours, so that both send and watch the same pulses.
/// </summary>
public sealed class Yardstick : Hub
{
    private static long seq;

    public static async Task<int> Serve(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSignalR(o =>
        {
            o.KeepAliveInterval = TimeSpan.FromSeconds(2);
            o.ClientTimeoutInterval = TimeSpan.FromSeconds(6);
        });
        var app = builder.Build();
        app.MapGet("/", () => "");
        app.MapHub<Yardstick>("/live");
        await app.RunAsync();
        return 0;
    }

    public string Join(string? knownEpoch, long? knownSeq) => knownEpoch ?? "joined";

    public Task Show(string slide, int step) =>
        Clients.All.SendAsync(
            "Happened",
            new
            {
                Epoch = "00000000",
                Seq = Interlocked.Increment(ref seq),
                At = TimeProvider.System.GetUtcNow(),
                Type = "slide_shown",
                Fact = new
                {
                    Version = "0123456789abcdef0123456789abcdef.json",
                    SlideId = slide,
                    Step = step,
                },
            }
        );
}
