using System.IO.Compression;
using System.Text;
using MeetingHub.Web.Decks.Compiling;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

/// <summary>Small decks and archives that the tests of decks share.</summary>
internal static class Given
{
    public const string Front = "---\ntitle: Ізюм / Izium / Izium\nlanguages: uk, fr, en\n---\n";

    public static readonly Dictionary<string, string> Pictures = new() { ["school.jpg"] = "/files/abc.webp" };

    public static string Deck(string slides) => Front + slides.ReplaceLineEndings("\n");

    public static CompiledDeck Compiled(string slides)
    {
        var compilation = DeckCompiler.Compile(Deck(slides), Pictures);
        Assert.Empty(compilation.Problems);
        return compilation.Deck!;
    }

    public static string Html(string slide, string language = "uk") =>
        Compiled("# a\n" + slide).Slides[0].In[language].Html;

    public static string[] Problems(string slides) =>
        [.. DeckCompiler.Compile(Deck(slides), Pictures).Problems.Select(p => $"{p.Code} {p.Line}")];

    public static MemoryStream Zip(params (string Name, byte[] Bytes)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
