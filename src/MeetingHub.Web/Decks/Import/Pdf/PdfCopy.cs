using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>
/// Writes a document anew with nothing in it but what its pages draw. The threats: scripts and actions; attachments; who wrote it,
/// where and with what; where its photographs were taken; and what was "deleted" by an earlier saving and still stands in the
/// file. Blanking what is known would leave what is not: so what pages need is copied, and all else stays behind.
/// </summary>
internal sealed class PdfCopy(PdfDocument document)
{
    /// <summary>What a page needs to be drawn. No annotations: links, forms, films and files hang on them.</summary>
    private static readonly NameToken[] OfPage =
    [
        NameToken.Create("MediaBox"),
        NameToken.Create("CropBox"),
        NameToken.Create("Rotate"),
        NameToken.Create("Resources"),
        NameToken.Create("Contents"),
        NameToken.Create("Group"),
        NameToken.Create("UserUnit"),
    ];

    /// <summary>What hangs on fonts, pictures and drawings without being drawn.</summary>
    private static readonly HashSet<string> LeftBehind = new(StringComparer.Ordinal)
    {
        "Metadata",
        "PieceInfo",
        "LastModified",
        "AA",
        "AF",
        "OPI",
        "Ref",
        "Measure",
        "PtData",
        "Alternates",
        "Parent",
        "StructParent",
        "StructParents",
    };

    private readonly Dictionary<IndirectReference, int> numbers = [];
    private readonly List<IToken?> objects = [];
    private readonly Queue<(int At, IndirectReference From)> waiting = new();

    /// <summary>Throws what the library throws: the caller has to take any fault of a stranger's file.</summary>
    public void Write(IReadOnlyList<DictionaryToken> pages, Stream stream)
    {
        // 1 is the catalog, 2 the tree of pages.
        objects.AddRange([null, null]);
        var kids = pages.Select(page => (IToken)RefTo(Add(PageOf(page)))).ToList();
        while (waiting.TryDequeue(out var next))
            objects[next.At] = CopyOf(document.Structure.GetObject(next.From).Data, 0);
        objects[0] = DictionaryOf(("Type", NameToken.Create("Catalog")), ("Pages", RefTo(2)));
        objects[1] = DictionaryOf(
            ("Type", NameToken.Create("Pages")),
            ("Kids", new ArrayToken(kids)),
            ("Count", new NumericToken(kids.Count))
        );

        var ink = new PdfInk(stream);
        ink.Begin();
        foreach (var token in objects)
            ink.WriteObject(token ?? NullToken.Instance);
        ink.End(new IndirectReference(1, 0));
    }

    private DictionaryToken PageOf(DictionaryToken page)
    {
        Dictionary<NameToken, IToken> kept = new()
        {
            [NameToken.Create("Type")] = NameToken.Create("Page"),
            [NameToken.Create("Parent")] = RefTo(2),
        };
        foreach (var name in OfPage)
        {
            if (page.TryGet(name, out var value))
                kept[name] = CopyOf(value, 0);
        }

        return new DictionaryToken(kept);
    }

    // Bounded: a stack that overflows would end the process without a word.
    private IToken CopyOf(IToken token, int depth) =>
        depth > 100
            ? throw new PdfDocumentFormatException("Nested too deeply.")
            : token switch
            {
                IndirectReferenceToken reference => RefTo(NumberOf(reference.Data)),
                ArrayToken array => new ArrayToken([.. array.Data.Select(t => CopyOf(t, depth + 1))]),
                StreamToken stream => PictureTraces.Without(
                    new StreamToken((DictionaryToken)CopyOf(stream.StreamDictionary, depth + 1), stream.Data),
                    document
                ),
                DictionaryToken dictionary => CopyOf(dictionary, depth),
                _ => token,
            };

    private DictionaryToken CopyOf(DictionaryToken dictionary, int depth) =>
        new(
            dictionary
                .Data.Where(entry => !LeftBehind.Contains(entry.Key))
                .ToDictionary(
                    entry => NameToken.Create(entry.Key),
                    // Marks on contents hold alternative texts, layers and whatever else a program wanted to remember.
                    entry => entry.Key == "Properties" ? Emptied(entry.Value) : CopyOf(entry.Value, depth + 1)
                )
        );

    private DictionaryToken Emptied(IToken properties) =>
        Resolved(properties) is DictionaryToken marks
            ? new(marks.Data.ToDictionary(m => NameToken.Create(m.Key), IToken (_) => DictionaryOf()))
            : DictionaryOf();

    private IToken Resolved(IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    private int NumberOf(IndirectReference reference)
    {
        if (numbers.TryGetValue(reference, out var known))
            return known;
        objects.Add(null);
        waiting.Enqueue((objects.Count - 1, reference));
        return numbers[reference] = objects.Count;
    }

    private int Add(IToken token)
    {
        objects.Add(token);
        return objects.Count;
    }

    private static IndirectReferenceToken RefTo(int number) => new(new IndirectReference(number, 0));

    private static DictionaryToken DictionaryOf(params (string Name, IToken Value)[] entries) =>
        new(entries.ToDictionary(e => NameToken.Create(e.Name), e => e.Value));
}
