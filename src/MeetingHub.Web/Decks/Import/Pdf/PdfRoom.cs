using MeetingHub.Domain.Decks;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>
/// Opens a stranger's PDF, in a process of its own (<see cref="Cell"/>): whatever it does to the reader, it does there. Encrypted
/// files are refused, because nobody could prove what is in them; so are hidden layers, because a copy would show or hide what
/// its author did not mean. All else that is not drawn is left out, and the author is told what.
/// </summary>
internal static class PdfRoom
{
    public const int MaxPages = 200;

    public static PdfReading Read(byte[] file, Stream copy)
    {
        try
        {
            using var original = Open(file);
            if (original.IsEncrypted)
                return Refused(DeckProblem.PdfEncrypted);
            var pages = PdfPages.Of(original);
            if (pages.Count > MaxPages)
                return Refused(DeckProblem.PdfTooManyPages);
            if (pages.Count == 0 || pages.Count != original.NumberOfPages)
                return Refused(DeckProblem.PdfBroken);
            if (HidesLayers(original))
                return Refused(DeckProblem.PdfHiddenLayers);

            using var written = new MemoryStream();
            new PdfCopy(original).Write(pages, written);
            var bytes = written.ToArray();
            using var again = Open(bytes);
            if (!PdfProof.SaysTheSame(original, again))
                return Refused(DeckProblem.PdfBroken);
            if (!PdfProof.IsClean(again, bytes))
                return Refused(DeckProblem.PdfTraces);
            copy.Write(bytes);
            var limit = Math.Min(4_000, 360_000 / pages.Count);
            return new(null, [.. again.GetPages().Select(p => PageText.PageOf(p, limit))], LeftOut(original, pages));
        }
        catch (PdfDocumentEncryptedException)
        {
            return Refused(DeckProblem.PdfEncrypted);
        }
        // A stranger's file makes a reader throw whatever there is.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refused(DeckProblem.PdfBroken);
        }
    }

    private static PdfDocument Open(byte[] file) =>
        PdfDocument.Open(
            file,
            new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = 100,
            }
        );

    private static bool HidesLayers(PdfDocument document)
    {
        var scanner = document.Structure.TokenScanner;
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (
            !catalog.TryGet<DictionaryToken>(NameToken.Create("OCProperties"), scanner, out var layers)
            || !layers.TryGet<DictionaryToken>(NameToken.Create("D"), scanner, out var initial)
        )
            return false;
        return (initial.TryGet<ArrayToken>(NameToken.Create("OFF"), scanner, out var off) && off.Length > 0)
            || (initial.TryGet<NameToken>(NameToken.Create("BaseState"), scanner, out var state) && state.Data != "ON");
    }

    /// <summary>Kinds of things that stood in the file and do not stand in the copy, for the author to know.</summary>
    private static List<string> LeftOut(PdfDocument document, IReadOnlyList<DictionaryToken> pages)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        List<string> found = [];
        if (pages.Any(p => p.ContainsKey(NameToken.Create("Annots"))))
            found.Add("annotations");
        if (catalog.ContainsKey(NameToken.Create("AcroForm")))
            found.Add("forms");
        if (Acts(document) || catalog.ContainsKey(NameToken.Create("AA")))
            found.Add("actions");
        if (catalog.ContainsKey(NameToken.Create("Names")))
            found.Add("attachments");
        return found;
    }

    // An array only says at which page to open, as offices write it themselves.
    private static bool Acts(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        return catalog.ContainsKey(NameToken.Create("OpenAction"))
            && !catalog.TryGet<ArrayToken>(NameToken.Create("OpenAction"), document.Structure.TokenScanner, out _);
    }

    private static PdfReading Refused(string code) => new(code, [], []);
}
