using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

/// <summary>A real CalDAV server on a free port of this machine, with one user and one calendar.</summary>
internal sealed class Radicale : IAsyncDisposable
{
    public const string User = "olena";
    public const string Password = "app-пароль:1";
    private const string Executable = "/usr/bin/radicale";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("meetinghub-radicale-").FullName;
    private readonly HttpClient http = new();
    private readonly Process process;

    private Radicale()
    {
        if (!File.Exists(Executable))
            Assert.Fail("The CalDAV server is missing; install it with: apt-get install radicale");
        Port = FreePort();
        var (users, config) = (Path.Combine(folder, "users"), Path.Combine(folder, "config"));
        File.WriteAllText(users, $"{User}:{Password}\n");
        File.WriteAllText(
            config,
            $"""
            [server]
            hosts = 127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}
            [auth]
            type = htpasswd
            htpasswd_filename = {users}
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = {Path.Combine(folder, "collections")}
            """
        );
        process = Process.Start(
            new ProcessStartInfo(Executable, ["--config", config])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        http.BaseAddress = new Uri($"http://127.0.0.1:{Port}/");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))
        );
    }

    public int Port { get; }

    /// <summary>The folder of all the user's calendars, which is none itself.</summary>
    public string Home => $"{http.BaseAddress}{User}/";
    public string Calendar => $"{Home}work/";

    public static async Task<Radicale> Start()
    {
        var server = new Radicale();
        await server.Answers();
        await server.Send("MKCALENDAR", server.Calendar, "");
        return server;
    }

    public async Task Put(string name, string calendar)
    {
        var address = $"{Calendar}{name}.ics";
        try
        {
            await Send("PUT", address, calendar);
        }
        // Now and then it closes the line without a word; to put a thing twice is to put it once.
        catch (HttpRequestException cut) when (cut.HttpRequestError is HttpRequestError.ResponseEnded)
        {
            await Send("PUT", address, calendar);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Send(string method, string address, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        // It closes each connection after its answer, and a second request on one may come just before that.
        request.Headers.ConnectionClose = true;
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "text/calendar");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    // Asked until it listens: the server tells nobody when it does.
    private async Task Answers()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/.web/", UriKind.Relative));
                request.Headers.ConnectionClose = true;
                using var answer = await http.SendAsync(request);
                return;
            }
            catch (HttpRequestException) when (since.Elapsed < LongestStart && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
