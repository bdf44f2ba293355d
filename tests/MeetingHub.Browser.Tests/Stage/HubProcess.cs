using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The server as a process of its own, so that it can be killed as a power cut kills it, or be the published one.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly string dll;
    private readonly string environment;
    private readonly string data = Directory.CreateTempSubdirectory("meetinghub-process-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    private HubProcess(string dll, string environment) => (this.dll, this.environment) = (dll, environment);

    public string Address => $"http://localhost:{port}";

    /// <summary>The server that these tests were built with.</summary>
    public static Task<HubProcess> Built() => Start(typeof(Program).Assembly.Location, "Development");

    /// <summary>The server as <c>dotnet publish</c> makes it, with its assets compressed and named by their content.</summary>
    public static Task<HubProcess> Published(string folder) =>
        Start(Path.Combine(folder, "MeetingHub.Web.dll"), "Production");

    /// <summary>No goodbye to anyone: what was not written is lost.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Starts it again on the same port and data; returns when it answers.</summary>
    public async Task Begin()
    {
        var start = new ProcessStartInfo("dotnet", [dll])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = Address,
                ["MeetingHub__DataFolder"] = data,
                ["MeetingHub__SeedDemo"] = "true",
            },
        };
        process = Process.Start(start)!;
        // Read and thrown away: a full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await Answers(http, patience.Token))
            await Task.Delay(50, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<HubProcess> Start(string dll, string environment)
    {
        var hub = new HubProcess(dll, environment);
        await hub.Begin();
        return hub;
    }

    private async Task<bool> Answers(HttpClient http, CancellationToken stop)
    {
        if (process!.HasExited)
            throw new InvalidOperationException($"The server ended with code {process.ExitCode}.");
        try
        {
            using var answer = await http.GetAsync($"{Address}/health/ready", stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
