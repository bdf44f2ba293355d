using System.Diagnostics;
using System.Text;
using MeetingHub.Web.Shared.Running;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>
/// A Chromium without a window that opens one local page and prints what became of it. The threat: a page made from a stranger's
/// text. No network, a profile of its own that is thrown away, no environment of ours, an end by the clock with all its
/// children, and its own sandbox unless the server runs as root, whom it refuses otherwise.
/// </summary>
internal sealed class Browser(FitSettings settings)
{
    private const int MostOutput = 4 * 1024 * 1024;

    private static readonly string[] Names =
    [
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "msedge",
    ];

    public string? Program { get; } = OutsideProgram.Of(settings.Browser, Names);

    /// <summary>The page's DOM when it has loaded; null when the browser did not manage in time.</summary>
    public async Task<string?> Dump(string html, CancellationToken stop)
    {
        if (Program is null)
            return null;
        using var folder = new TemporaryFolder("fit");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            var page = Path.Combine(folder.Path, "page.html");
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, limit.Token);
            return await Run(page, folder.Path, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string?> Run(string page, string folder, CancellationToken limit)
    {
        using var process = new Process { StartInfo = Start(page, folder) };
        process.Start();
        try
        {
            // Read beside, or a full pipe would hold the browser up.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit);
            var buffer = new char[MostOutput];
            var length = await process.StandardOutput.ReadBlockAsync(buffer, limit);
            if (length == MostOutput)
                return null;
            await process.WaitForExitAsync(limit);
            await complaints;
            return process.ExitCode == 0 ? new string(buffer, 0, length) : null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start(string page, string folder)
    {
        List<string> arguments =
        [
            .. (string[])
                ["--headless", "--dump-dom", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--mute-audio"],
            .. (string[])
                ["--disable-extensions", "--disable-background-networking", "--disable-sync", "--disable-breakpad"],
            .. (string[])["--disable-component-update", "--disable-default-apps", "--no-default-browser-check"],
            "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--window-size=1920,1080",
        ];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            arguments.Add("--no-sandbox");
        var start = new ProcessStartInfo(Program!, [.. arguments, new Uri(page).AbsoluteUri])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        var root = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = start.Environment["TEMP"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        if (root is not null)
            start.Environment["SystemRoot"] = root;
        return start;
    }
}
