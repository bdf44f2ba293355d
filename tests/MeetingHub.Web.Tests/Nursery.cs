using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Testing;

namespace MeetingHub.Web.Tests;

/// <summary>
/// Data folders with the demo in them, planted by the application itself, once for each time of the clock. To plant them anew for
/// every test would be half of all their time.
/// </summary>
internal static class Nursery
{
    private static readonly ConcurrentDictionary<Instant, Lazy<string>> Folders = new();

    /// <summary>Into an empty folder; a start on data of its own is left alone.</summary>
    /// <param name="at">What the application's clock shows; null for the real one.</param>
    public static void CopyTo(string folder, Instant? at)
    {
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        var planted = Folders.GetOrAdd(at ?? Instant.MinValue, _ => new(() => Plant(at))).Value;
        foreach (var file in Directory.EnumerateFiles(planted, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(planted, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Plant(Instant? at)
    {
        var app = new App { Plants = true, Clock = at is { } start ? new FakeClock(start) : null };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(app.DataFolder, recursive: true);
        app.StartServer();
        app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return app.DataFolder;
    }
}
