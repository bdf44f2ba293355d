using System.Globalization;
using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Benchmarks.Beside;

/// <summary>
/// The same slides through our compiler, Marp CLI and reveal.js: whole processes, in turn, so that a busy machine is busy for
/// all; and what a listener's browser would fetch, compressed with brotli at its best. reveal.js reads Markdown in the
/// listener's browser: it has bytes, and no time here; its themes, which bring fonts of their own, are left out.
/// </summary>
public static class BesideBenchmark
{
    private static readonly string Tools = Path.Combine(
        ServerProcess.SourceRoot,
        "tests",
        "MeetingHub.Benchmarks",
        "Beside"
    );

    private static readonly string[] Reveal = ["reset.css", "reveal.css", "reveal.js", "plugin/markdown.js"];

    public static async Task<int> Run(Options options)
    {
        await Child.Run("npm", "ci", "--silent", "--prefix", Tools);
        var work = Directory.CreateTempSubdirectory("meetinghub-beside-").FullName;
        try
        {
            foreach (var name in GivenDeck.Names)
                await Compare(GivenDeck.Named(name), work, options.Number("times", 5));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return 0;
    }

    /// <summary>What a child process of ours does: compile once, as a server that was just started.</summary>
    public static async Task<int> CompileOnce(string name, string file)
    {
        await File.WriteAllTextAsync(file, GivenDeck.Named(name).Compile().PublicJson());
        return 0;
    }

    private static async Task Compare(GivenDeck given, string work, int times)
    {
        var deck = DeckText.Read(given.Text).Deck!;
        var json = Path.Combine(work, $"{given.Name}.json");
        var texts = deck.Languages.ToDictionary(l => l, l => Path.Combine(work, $"{given.Name}-{l}.md"));
        foreach (var (language, file) in texts)
            await File.WriteAllTextAsync(file, $"---\nmarp: true\n---\n\n{OneLanguage.Of(deck, language)}");

        var (ours, marp) = (new List<Child>(), new List<Child>());
        for (var i = 0; i < times; i++)
        {
            ours.Add(await Child.Run("dotnet", typeof(BesideBenchmark).Assembly.Location, "compile", given.Name, json));
            marp.Add(await Child.Run("node", [Marp, "--no-stdin", .. texts.Values]));
        }

        var pages = texts.Values.Select(file => Path.ChangeExtension(file, ".html")).ToList();
        Console.WriteLine($"{given.Name}: {deck.Slides.Count} slides, {deck.Languages.Count} languages");
        Tell("MeetingHub, one file", ours, [Brotli(json)]);
        Tell("Marp, a file a language", marp, [.. pages.Select(Brotli)]);
        Tell("reveal.js, slides", [], [.. texts.Values.Select(Brotli)]);
        Tell("reveal.js, itself", [], [.. Reveal.Select(part => Brotli(Path.Combine(RevealFolder, part)))]);
    }

    private static string Marp => Path.Combine(Tools, "node_modules", "@marp-team", "marp-cli", "marp-cli.js");

    private static string RevealFolder => Path.Combine(Tools, "node_modules", "reveal.js", "dist");

    private static int Brotli(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 11, window: 22)
            ? length
            : throw new InvalidOperationException($"{file} could not be compressed.");
    }

    private static void Tell(string what, List<Child> runs, int[] bytes)
    {
        var line = new StringBuilder($"  {what, -26}");
        line.Append(
            CultureInfo.InvariantCulture,
            $"{bytes.Sum() / 1024.0, 8:0.0} KB ({string.Join(" + ", bytes.Select(b => (b / 1024.0).ToString("0.0", CultureInfo.InvariantCulture)))})"
        );
        if (runs.Count > 0)
            line.Append(
                CultureInfo.InvariantCulture,
                $"  {runs.Select(r => r.Wall).Median():0.00} s, processor {runs.Select(r => r.Cpu).Median():0.00} s"
            );
        Console.WriteLine(line);
    }
}
