using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Out;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Evidence.Import;
using NodaTime;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace MeetingHub.Web.Tests.Decks.Out;

/// <summary>Published versions, and hand-outs of them as a reader opens them.</summary>
internal static class Frozen
{
    public const string Version = "0123456789abcdef0123456789abcdef.json";

    public static FrozenDeck Of(CompiledDeck deck, string source = "") =>
        new(
            Guid.Empty,
            Version,
            deck,
            LocalText.Of(("uk", "Ізюмська міська територіальна громада"), ("fr", "Communauté d’Izium")),
            Instant.FromUtc(2023, 1, 12, 9, 0),
            source
        );

    public static FrozenDeck Deck(string slides) => Of(Given.Compiled(slides), Given.Deck(slides));

    public static FrozenDeck Demo()
    {
        using var stream = typeof(DeckCompiler).Assembly.GetManifestResourceStream("izium.md")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return Of(DeckCompiler.Compile(text, new Dictionary<string, string>(), DemoRegisters.Figures()).Deck!, text);
    }

    public static byte[] Pdf(
        FrozenDeck frozen,
        string language,
        string? with = null,
        bool hasNotes = false,
        Func<string, byte[]?>? pictures = null,
        IReadOnlyList<Appendix>? appendices = null
    ) => HandOutMaking.Pdf(frozen, new(language, with, hasNotes), appendices ?? [], pictures ?? (_ => null));

    public static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(p => Plain(ContentOrderTextExtractor.GetText(p))));
    }

    public static IReadOnlyList<string> PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select((Page p) => Plain(ContentOrderTextExtractor.GetText(p)))];
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Replace('\u00A0', ' ');
}
