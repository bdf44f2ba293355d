using System.Diagnostics;
using System.Globalization;
using System.Text;
using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Running;

namespace MeetingHub.Web.Decks.Import;

/// <summary>How much a stranger's file may cost before the process that opened it is ended.</summary>
internal sealed record CellLimits(TimeSpan Time, long MemoryBytes, long FileBytes);

/// <summary>
/// A process of its own in which a stranger's file is opened. The threat: a reader that is led to run for ever, to eat the machine,
/// to ask the network, or to look at what is not its business. It has a folder of its own, no environment of ours, limits, an end
/// by the clock with all its children; and on Linux, where users may have namespaces, no network and an empty place where our data
/// lies.
/// </summary>
internal sealed class Cell(DataFolder data, ILogger<Cell> logger)
{
    // In a second namespace of its own the mount is locked: whoever has taken over the program cannot take the cover off again.
    private const string HideAndRun =
        """mount -t tmpfs -o size=4k,mode=000 none "$1" && shift && exec unshare -rm -- "$@" """;

    private readonly Lazy<bool> isolates = new(() => Probe(data.Root, logger));

    /// <summary>Whether what runs here is cut off from the network and from our data.</summary>
    public bool Isolates => isolates.Value;

    /// <summary>Whether the program ended by itself, and well.</summary>
    public async Task<bool> Run(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        CellLimits limits,
        bool isDotnet,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(limits.Time);
        using var process = new Process { StartInfo = Start(program, arguments, folder, limits, isDotnet) };
        process.Start();
        try
        {
            process.StandardInput.Close();
            // Read, or a full pipe would hold it up; what it says is a stranger's file talking.
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning("{Program} did not finish a document in {Time}", Path.GetFileName(program), limits.Time);
            return false;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        CellLimits limits,
        bool isDotnet
    )
    {
        List<string> command = [program, .. arguments];
        if (Isolates)
            command = ["unshare", "-rnm", "--", "sh", "-c", HideAndRun, "sh", data.Root, .. command];
        if (OperatingSystem.IsLinux() && OutsideProgram.OnPath("prlimit") is not null)
            command = [.. Limited(limits, isDotnet), .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] kept = ["PATH", "SystemRoot", "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];
        var ours = kept.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in ours.Where(v => v.Value is not null))
            start.Environment[name] = value;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = start.Environment["TEMP"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.MemoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // .NET reserves far more addresses than it uses: its own limit bounds its heap instead.
    private static string[] Limited(CellLimits limits, bool isDotnet) =>
        [
            "prlimit",
            "--core=0",
            $"--cpu={(int)limits.Time.TotalSeconds}",
            $"--fsize={limits.FileBytes}",
            .. isDotnet ? [] : (string[])[$"--as={limits.MemoryBytes}"],
        ];

    private static bool Probe(string hidden, ILogger logger)
    {
        var isCutOff = CutOff(hidden);
        if (!isCutOff)
            logger.LogWarning(
                "This system lets no process be cut off (unshare -rnm): strangers' documents are opened with limits alone"
            );
        return isCutOff;
    }

    private static bool CutOff(string hidden)
    {
        if (!OperatingSystem.IsLinux() || OutsideProgram.OnPath("unshare") is null)
            return false;
        using var process = Process.Start(
            new ProcessStartInfo("unshare", ["-rnm", "--", "sh", "-c", HideAndRun, "sh", hidden, "true"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                StandardErrorEncoding = Encoding.UTF8,
            }
        )!;
        return process.WaitForExit(5000) && process.ExitCode == 0;
    }
}
