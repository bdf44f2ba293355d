using MetadataExtractor;
using MetadataExtractor.Formats.Adobe;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>Reads what we wrote: the same pages with the same words, and nothing in any object that was to stay behind.</summary>
internal static class PdfProof
{
    private static readonly HashSet<string> Unwanted = new(StringComparer.Ordinal)
    {
        "JS",
        "JavaScript",
        "OpenAction",
        "AA",
        "Launch",
        "EmbeddedFile",
        "EmbeddedFiles",
        "EF",
        "AF",
        "RichMedia",
        "XFA",
        "AcroForm",
        "Annots",
        "Names",
        "Metadata",
        "PieceInfo",
        "Info",
        "OCProperties",
        "Encrypt",
    };

    public static bool SaysTheSame(PdfDocument original, PdfDocument copy)
    {
        if (original.NumberOfPages != copy.NumberOfPages)
            return false;
        for (var number = 1; number <= copy.NumberOfPages; number++)
        {
            if (original.GetPage(number).Text != copy.GetPage(number).Text)
                return false;
        }

        return true;
    }

    public static bool IsClean(PdfDocument copy, ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("<?xpacket"u8) < 0
        && bytes.IndexOf("Exif\0\0"u8) < 0
        && copy.Structure.Trailer.Info is null
        && copy.Structure.CrossReferenceTable.ObjectOffsets.Keys.All(key =>
            IsClean(copy.Structure.GetObject(key).Data, 0)
        );

    private static bool IsClean(IToken token, int depth) =>
        depth <= 200
        && token switch
        {
            DictionaryToken dictionary => dictionary.Data.All(e =>
                !Unwanted.Contains(e.Key)
                && !(e.Value is NameToken { Data: var name } && e.Key is "S" or "Type" && Unwanted.Contains(name))
                && IsClean(e.Value, depth + 1)
            ),
            ArrayToken array => array.Data.All(t => IsClean(t, depth + 1)),
            StreamToken stream => IsClean(stream.StreamDictionary, depth + 1)
                && IsPixelsAlone(stream)
                && (IsPicture(stream) || InlinePictures.AreClean(stream.Decode(DefaultFilterProvider.Instance).Span)),
            _ => true,
        };

    private static bool IsPicture(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Create("Subtype"), out NameToken kind) && kind.Data == "Image";

    private static bool IsPixelsAlone(StreamToken stream)
    {
        if (
            !stream.StreamDictionary.TryGet(NameToken.Create("Filter"), out NameToken filter)
            || filter.Data is not ("DCTDecode" or "DCT")
        )
            return true;
        try
        {
            return ImageMetadataReader
                .ReadMetadata(new MemoryStream(stream.Data.ToArray()))
                .All(d =>
                    d
                        is JpegDirectory
                            or JfifDirectory
                            or AdobeJpegDirectory
                            or FileTypeDirectory
                            or HuffmanTablesDirectory
                );
        }
        catch (ImageProcessingException)
        {
            return false;
        }
    }
}
