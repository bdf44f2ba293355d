using System.Diagnostics;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The server as <c>dotnet publish</c> makes it: only there are assets compressed as in production.</summary>
public sealed class PublishedHub : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("meetinghub-published-").FullName;

    public HubProcess Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Publish();
        Hub = await HubProcess.Published(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Publish()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                Path.Combine(Repository.Root, "src/MeetingHub.Web"),
                "-c",
                "Release",
                "-o",
                folder,
                "--nologo",
                "-v",
                "quiet",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(start)!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, said);
    }
}
