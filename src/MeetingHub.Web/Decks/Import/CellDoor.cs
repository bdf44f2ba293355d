using System.Text.Json;
using MeetingHub.Web.Decks.Import.Pdf;
using MeetingHub.Web.Decks.Import.Slides;

namespace MeetingHub.Web.Decks.Import;

/// <summary>
/// This very program, started as a reader of one stranger's file and nothing else: no settings, no database, no web. It finds
/// the file in its folder and leaves there what it read.
/// </summary>
internal static class CellDoor
{
    public const string Pdf = "open-pdf";
    public const string Slides = "open-slides";
    public const string Incoming = "in";
    public const string Copy = "copy";
    public const string Reading = "reading.json";

    /// <summary>The exit code, or null when the program was started for something else.</summary>
    public static int? Enter(string[] args) =>
        args switch
        {
            [Pdf, var folder] => Open(folder, PdfRoom.Read),
            [Slides, var folder] => Open(folder, SlidesRoom.Read),
            _ => null,
        };

    /// <summary>How this program is started again.</summary>
    public static (string Program, IReadOnlyList<string> Arguments) Call(string verb, string folder)
    {
        var own = Environment.ProcessPath!;
        if (Path.GetFileName(own) is "MeetingHub.Web" or "MeetingHub.Web.exe")
            return (own, [verb, folder]);
        // Under "dotnet run", "dotnet MeetingHub.Web.dll" and in tests the process is another one's.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(
            Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
        return (host, [Path.Combine(AppContext.BaseDirectory, "MeetingHub.Web.dll"), verb, folder]);
    }

    private static int Open<T>(string folder, Func<byte[], Stream, T> read)
    {
        var file = File.ReadAllBytes(Path.Combine(folder, Incoming));
        T reading;
        using (var copy = File.Create(Path.Combine(folder, Copy)))
            reading = read(file, copy);
        File.WriteAllBytes(Path.Combine(folder, Reading), JsonSerializer.SerializeToUtf8Bytes(reading));
        return 0;
    }
}
