using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>The pages of a document with what they inherit from the tree above them (ISO 32000-1, 7.7.3.4).</summary>
internal sealed class PdfPages(PdfDocument document)
{
    private static readonly NameToken[] Inherited =
    [
        NameToken.Create("Resources"),
        NameToken.Create("MediaBox"),
        NameToken.Create("CropBox"),
        NameToken.Create("Rotate"),
    ];

    private readonly HashSet<IndirectReference> seen = [];
    private readonly List<DictionaryToken> pages = [];

    public static IReadOnlyList<DictionaryToken> Of(PdfDocument document)
    {
        var reading = new PdfPages(document);
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Pages"), out var root))
            reading.Take(root, DictionaryToken.Empty, 0);
        return reading.pages;
    }

    private void Take(IToken token, DictionaryToken above, int depth)
    {
        if (depth > 50 || (token is IndirectReferenceToken reference && !seen.Add(reference.Data)))
            throw new PdfDocumentFormatException("The pages lead in a circle.");
        if (Resolved(token) is not DictionaryToken node)
            return;
        foreach (var name in Inherited)
        {
            if (!node.ContainsKey(name) && above.TryGet(name, out var value))
                node = node.With(name, value);
        }

        if (!node.TryGet(NameToken.Create("Kids"), out var kids))
            pages.Add(node);
        else if (Resolved(kids) is ArrayToken children)
        {
            foreach (var child in children.Data)
                Take(child, node, depth + 1);
        }
    }

    private IToken Resolved(IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
}
