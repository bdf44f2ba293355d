using System.Buffers.Binary;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>
/// Photographs inside a document are JPEG and JPEG 2000 files as cameras wrote them, with place and time. Their pixels stay as they
/// are; what stands beside the pixels goes.
/// </summary>
internal static class PictureTraces
{
    private static readonly NameToken Filter = NameToken.Create("Filter");
    private static readonly NameToken Parameters = NameToken.Create("DecodeParms");

    public static StreamToken Without(StreamToken stream, PdfDocument document)
    {
        var filters = FiltersOf(stream.StreamDictionary, document);
        if (filters.Count == 0 || filters[^1] is not ("DCTDecode" or "DCT" or "JPXDecode"))
            return stream;

        var data = Unwrapped(stream.Data, filters, stream.StreamDictionary);
        var clean = filters[^1] == "JPXDecode" ? Jpeg2000(data.ToArray()) : Jpeg(data.Span);
        return new(stream.StreamDictionary.Without(Parameters).With(Filter, NameToken.Create(filters[^1])), clean);
    }

    /// <summary>Without the segments of applications and comments, but for the two that say how colours are meant (ITU-T T.81, B.1.1).</summary>
    internal static byte[] Jpeg(ReadOnlySpan<byte> jpeg)
    {
        const byte app0 = 0xE0;
        const byte app14 = 0xEE;
        const byte comment = 0xFE;
        var start = jpeg.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
        if (start < 0)
            throw new PdfDocumentFormatException("Not a JPEG.");
        using var kept = new MemoryStream(jpeg.Length);
        kept.Write(jpeg.Slice(start, 2));
        for (var at = start + 2; ; )
        {
            if (at + 4 > jpeg.Length || jpeg[at] != 0xFF)
                throw new PdfDocumentFormatException("A JPEG is torn.");
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 4 || at + length > jpeg.Length)
                throw new PdfDocumentFormatException("A JPEG is torn.");
            var segment = jpeg.Slice(at, length);
            var isPlainStart = marker == app0 && length == 18 && segment[4..].StartsWith("JFIF\0"u8);
            var isColours = marker == app14 && length == 16 && segment[4..].StartsWith("Adobe"u8);
            if (marker is not (>= app0 and <= 0xEF or comment) || isPlainStart || isColours)
                kept.Write(segment);
            at += length;
            if (marker == 0xDA)
            {
                kept.Write(Scans(jpeg[at..]));
                return kept.ToArray();
            }
        }
    }

    /// <summary>
    /// What follows the first scan's header: entropy-coded data and further scans. Segments between scans are as few in the wild as
    /// the hiding places would be many, so those of applications end the picture's life here.
    /// </summary>
    private static ReadOnlySpan<byte> Scans(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] != 0xFF)
                continue;
            var marker = rest[at + 1];
            if (marker == 0xD9)
                return rest[..(at + 2)];
            if (marker is >= 0xE0 and <= 0xEF or 0xFE)
                throw new PdfDocumentFormatException("A JPEG hides something between its scans.");
        }

        return rest;
    }

    /// <summary>Boxes that hold XML, and those that anybody may define, are made boxes of nothing (ISO 15444-1, Annex I).</summary>
    private static byte[] Jpeg2000(byte[] file)
    {
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
            return file;
        for (var at = 0; at + 8 <= file.Length; )
        {
            var box = file.AsSpan(at);
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (length == 1 && box.Length >= 16)
                length = (long)BinaryPrimitives.ReadUInt64BigEndian(box[8..]);
            if (length == 0)
                length = box.Length;
            if (length < 8 || length > box.Length)
                throw new PdfDocumentFormatException("A JPEG 2000 is torn.");
            var name = box.Slice(4, 4);
            if (name.SequenceEqual("xml "u8) || name.SequenceEqual("uuid"u8) || name.SequenceEqual("uinf"u8))
            {
                "free"u8.CopyTo(name);
                box[8..(int)length].Clear();
            }

            at += (int)length;
        }

        return file;
    }

    private static Memory<byte> Unwrapped(Memory<byte> data, List<string> filters, DictionaryToken dictionary)
    {
        var outer = filters[..^1].ConvertAll(NameToken.Create);
        foreach (var (at, filter) in DefaultFilterProvider.Instance.GetNamedFilters(outer).Index())
            data = filter.Decode(data, dictionary, DefaultFilterProvider.Instance, at);
        return data;
    }

    private static List<string> FiltersOf(DictionaryToken dictionary, PdfDocument document)
    {
        if (!dictionary.TryGet(Filter, out var token))
            return [];
        // References are renumbered by now; nobody but a hostile writer puts a filter's name behind one.
        return token switch
        {
            NameToken name => [name.Data],
            ArrayToken array => array.Data.All(t => t is NameToken)
                ? [.. array.Data.Cast<NameToken>().Select(n => n.Data)]
                : throw new PdfDocumentFormatException("A filter has no name."),
            _ => throw new PdfDocumentFormatException($"A filter has no name in {document.Version}."),
        };
    }
}
