using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeetingHub.Benchmarks;

/// <summary>A built server as a child process on a core of its own, and what the kernel says of it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    // The unit of utime and stime in /proc/pid/stat: sysconf(_SC_CLK_TCK), 100 on every Linux that .NET runs on.
    private const double TicksASecond = 100;
    private readonly Process process;
    private long started;

    private ServerProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    public int Id => process.Id;

    public TimeSpan AnsweredAfter { get; private set; }

    public static string SourceRoot { get; } = FindRoot();

    /// <summary>Our own server: as <c>dotnet build -c Release</c> left it, unless <c>--server</c> names a published one.</summary>
    public static string Product { get; set; } =
        Path.Combine(SourceRoot, "src", "MeetingHub.Web", "bin", "Release", "net10.0", "MeetingHub.Web.dll");

    public static async Task<ServerProcess> OurHub(string dataFolder, bool withDemo = false)
    {
        var address = FreeAddress();
        var server = Start(
            address,
            [Product],
            new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address,
                ["MeetingHub__DataFolder"] = dataFolder,
                ["MeetingHub__SeedDemo"] = withDemo ? "true" : "false",
            }
        );
        server.AnsweredAfter = (await server.Answers("/health/live"))!.Value;
        return server;
    }

    public static async Task<ServerProcess> TheYardstick()
    {
        var address = FreeAddress();
        var server = Start(address, [typeof(ServerProcess).Assembly.Location, "yardstick", address], []);
        await server.Answers("/");
        return server;
    }

    /// <summary>Until the first 200, asked each few milliseconds; the time that took since the process was started; null for no such page.</summary>
    public async Task<TimeSpan?> Answers(string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        for (var tries = 0; tries < 4000; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                    return Stopwatch.GetElapsedTime(started);
                if (answer.StatusCode == HttpStatusCode.NotFound && path == "/")
                    return null;
                throw new InvalidOperationException($"{Address}{path} answers {answer.StatusCode}.");
            }
            catch (HttpRequestException) when (!process.HasExited) { }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"{Address}{path} does not answer.");
    }

    public static double CpuSeconds(int pid)
    {
        // The name in brackets may hold spaces; utime and stime are the 12th and 13th fields after it (proc_pid_stat(5)).
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Parse(fields[11]) + Parse(fields[12])) / TicksASecond;
    }

    public static double ResidentKilobytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary><c>dotnet</c> with these arguments, on one core where that can be asked for.</summary>
    public static ProcessStartInfo OnCore(int core, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (File.Exists("/usr/bin/taskset") && Environment.ProcessorCount > 1)
        {
            start.FileName = "/usr/bin/taskset";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(core.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(
                Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal)
                    ? path
                    : "dotnet"
            );
        }
        else
        {
            start.FileName = "dotnet";
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static ServerProcess Start(string address, string[] arguments, Dictionary<string, string> environment)
    {
        var start = OnCore(1, arguments);
        start.WorkingDirectory = Path.GetDirectoryName(arguments[0]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        var child = Process.Start(start)!;
        child.OutputDataReceived += static (_, _) => { };
        child.ErrorDataReceived += static (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
                Console.Error.WriteLine(text);
        };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return new ServerProcess(child, address) { started = began };
    }

    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this from within the repository.");
    }
}
