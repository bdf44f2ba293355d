using System.Diagnostics;
using System.Globalization;

namespace MeetingHub.Benchmarks.Beside;

/// <summary>A program from its start to its end: seconds by the clock, and seconds of processor of it and all its children.</summary>
internal sealed record Child(double Wall, double Cpu)
{
    // The shell counts them: .NET knows nothing of a process that has ended.
    private const string Timed = """TIMEFORMAT="%R %U %S"; time "$@" """;

    public static async Task<Child> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("bash", ["-c", Timed, "bash", program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {string.Concat(said)}");
        var counted = said[1].TrimEnd().Split('\n')[^1].Split(' ');
        var seconds = counted.Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        return new(seconds[0], seconds[1] + seconds[2]);
    }
}
