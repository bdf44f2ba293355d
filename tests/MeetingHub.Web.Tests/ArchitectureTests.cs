using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MeetingHub.Web.Tests;

/// <summary>The types of other people's libraries stay behind the adapters that were made for them.</summary>
public sealed partial class ArchitectureTests
{
    [Theory]
    [InlineData("Ical.Net", "Calendar/")]
    [InlineData("MailKit", "Mail/")]
    [InlineData("MimeKit", "Mail/")]
    [InlineData("Microsoft.Graph", "Graph/")]
    [InlineData("Microsoft.Kiota", "Graph/")]
    [InlineData("Azure", "Graph/")]
    [InlineData("DocumentFormat.OpenXml", "Agreements/Record/", "Evidence/Exchange/", "Decks/Import/Slides/")]
    [InlineData("ExcelDataReader", "Evidence/Import/Files/")]
    [InlineData("Markdig", "Decks/")]
    [InlineData("SkiaSharp", "Decks/Out/", "Shared/Imaging/")]
    [InlineData("AngleSharp", "Decks/")]
    [InlineData("NetTopologySuite", "Evidence/Maps/")]
    [InlineData("MetadataExtractor", "Shared/Imaging/", "Decks/Import/Pdf/")]
    [InlineData("UglyToad.PdfPig", "Decks/Import/")]
    [InlineData("DiffPlex", "Decks/Differences/")]
    public void A_library_is_known_to_its_adapters_alone(string library, params string[] folders)
    {
        var strangers =
            from file in Sources()
            where !folders.Any(f => file.StartsWith(f, StringComparison.Ordinal))
            where Names(File.ReadAllText(Path.Combine(Root, file)), library)
            select file;
        Assert.Empty(strangers);
    }

    [Fact]
    public void The_live_room_and_the_record_know_nothing_of_polls_series_busy_times_or_Graph()
    {
        string[] forbidden = ["Scheduling.Polls", "Scheduling.Series", "Scheduling.Finding", "Busy", "Graph"];
        var found =
            from file in Sources()
            where
                file.StartsWith("Live/", StringComparison.Ordinal)
                || file.StartsWith("Agreements/", StringComparison.Ordinal)
            from name in forbidden
            where
                File.ReadAllText(Path.Combine(Root, file))
                    .Contains($"using MeetingHub.Web.{name}", StringComparison.Ordinal)
            select $"{file}: {name}";
        Assert.Empty(found);
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "src", "MeetingHub.Web"));

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where
            !relative.StartsWith("obj/", StringComparison.Ordinal)
            && !relative.StartsWith("bin/", StringComparison.Ordinal)
        select relative;

    private static bool Names(string source, string library) =>
        Usings()
            .Matches(source)
            .Any(m =>
                m.Groups["name"].Value == library
                || m.Groups["name"].Value.StartsWith(library + ".", StringComparison.Ordinal)
            );

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("^@?using (static )?(?<name>[\\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usings();
}
