using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Import;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Import;

/// <summary>What a program that a stranger's file has taken over can do: each time a script that tries it.</summary>
public sealed class CellTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly CellLimits Ample = new(TimeSpan.FromSeconds(30), 512L * Megabyte, 64L * Megabyte);
    private readonly string data = Directory.CreateTempSubdirectory("meetinghub-web-").FullName;
    private readonly string folder = Directory.CreateTempSubdirectory("meetinghub-web-").FullName;
    private readonly Cell cell;

    public CellTests()
    {
        cell = new(new DataFolder(data), NullLogger<Cell>.Instance);
        Assert.True(cell.Isolates, "These tests need a Linux that lets users have namespaces (unshare -rnm).");
    }

    [Fact]
    public async Task It_does_its_work_and_says_whether_it_went_well()
    {
        Assert.True(await Try("echo done > answer"));
        Assert.Equal("done", Written("answer"));
        Assert.False(await Try("exit 3"));
    }

    [Fact]
    public async Task It_reaches_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var knock = $"exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}";

        using var outside = Process.Start("bash", ["-c", knock]);
        await outside.WaitForExitAsync(Stop);
        Assert.Equal(0, outside.ExitCode);
        Assert.False(await Try(knock));
    }

    [Fact]
    public async Task It_sees_nothing_of_our_data()
    {
        await File.WriteAllTextAsync(Path.Combine(data, "meetinghub.db"), "secret", Stop);

        Assert.True(await Try($"ls -A '{data}' > seen 2>&1; cat '{data}/meetinghub.db' >> seen 2>/dev/null; true"));
        Assert.DoesNotContain("meetinghub.db", Written("seen"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Written("seen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_nothing_of_our_settings()
    {
        Environment.SetEnvironmentVariable("SECRET_OF_THIS_TEST", "s3cret");

        Assert.True(await Try("env > env.txt"));
        Assert.DoesNotContain("s3cret", Written("env.txt"), StringComparison.Ordinal);
        Assert.Contains($"HOME={folder}", Written("env.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_ended_by_the_clock_with_its_children()
    {
        Assert.False(await Try("sleep 600 & echo $! > child; wait", Ample with { Time = TimeSpan.FromSeconds(1) }));

        var child = int.Parse(Written("child"), CultureInfo.InvariantCulture);
        // The kernel ends it at once, whoever waits for it a moment later.
        for (var tries = 0; Lives(child) && tries < 500; tries++)
            await Task.Yield();
        Assert.False(Lives(child));
    }

    [Fact]
    public async Task It_cannot_fill_the_disk()
    {
        Assert.False(await Try("head -c 3000000 /dev/zero > big", Ample with { FileBytes = Megabyte }));
        Assert.InRange(new FileInfo(Path.Combine(folder, "big")).Length, 0, Megabyte);
    }

    [Fact]
    public async Task It_cannot_eat_the_memory()
    {
        const string eat = "x=$(head -c 100000000 /dev/zero | tr '\\0' x); test ${#x} = 100000000";

        Assert.True(await Try(eat));
        Assert.False(await Try(eat, Ample with { MemoryBytes = 64L * Megabyte }));
    }

    public void Dispose()
    {
        Directory.Delete(data, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<bool> Try(string script, CellLimits? limits = null) =>
        cell.Run("bash", ["-c", script], folder, limits ?? Ample, isDotnet: false, Stop);

    private string Written(string name) => File.ReadAllText(Path.Combine(folder, name)).TrimEnd('\n');

    // One that has ended and that nobody has asked about yet still has an entry, of state Z.
    private static bool Lives(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
