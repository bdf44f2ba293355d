using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Import.Slides;

/// <summary>
/// Opens a stranger's PPTX, in a process of its own (<see cref="Cell"/>). It is unpacked by counting before anything reads it. Macros
/// are refused, because a file that has them was not made to be shown; embedded objects and what lies elsewhere (pictures that
/// would tell their server who looks) are taken out before the office opens it.
/// </summary>
internal static class SlidesRoom
{
    private const int MaxEntries = 5_000;
    private const long MaxTotalBytes = 250L * 1024 * 1024;
    private static readonly string[] Dropped = ["ppt/embeddings/", "ppt/activeX/", "customXml/", "docProps/"];

    public static SlidesReading Read(byte[] file, Stream copy)
    {
        try
        {
            if (Unpacked(file) is not { } parts)
                return Refused(DeckProblem.SlidesTooHard);
            if (parts.Keys.Any(IsMacro) || Has(parts, "[Content_Types].xml", "macroEnabled"))
                return Refused(DeckProblem.SlidesMacros);
            if (!parts.ContainsKey("ppt/presentation.xml"))
                return Refused(DeckProblem.SlidesBroken);

            using var clean = Packed(parts);
            clean.Position = 0;
            clean.CopyTo(copy);
            clean.Position = 0;
            using var presentation = PresentationDocument.Open(clean, isEditable: false);
            return new(null, SlideText.Of(presentation));
        }
        // A stranger's file makes a reader throw whatever there is.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refused(DeckProblem.SlidesBroken);
        }
    }

    private static bool IsMacro(string name) => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);

    private static bool Has(Dictionary<string, byte[]> parts, string name, string text) =>
        parts.TryGetValue(name, out var bytes)
        && System.Text.Encoding.UTF8.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, byte[]>? Unpacked(byte[] file)
    {
        if (file.AsSpan().Count("PK\u0001\u0002"u8) > 2 * MaxEntries)
            return null;
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaxEntries)
            return null;
        Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
        var left = MaxTotalBytes;
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var stream = entry.Open();
            if (BoundedBytes.Read(stream, left) is not { } part)
                return null;
            left -= part.Length;
            if (!parts.TryAdd(entry.FullName, part))
                throw new InvalidDataException("Two parts have one name.");
        }

        return parts;
    }

    private static MemoryStream Packed(Dictionary<string, byte[]> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, part) in parts.Where(p => !IsDropped(p.Key)))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(name.EndsWith(".rels", StringComparison.Ordinal) ? Inner(name, part) : part);
            }
        }

        return stream;
    }

    private static bool IsDropped(string name) =>
        Array.Exists(Dropped, folder => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Relations without those that lead out of the file or to a part that is taken out. Links on words ask nobody by themselves.</summary>
    private static byte[] Inner(string name, byte[] rels)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(rels),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        var document = XDocument.Load(reader);
        var folder = new Uri(new Uri("file:///"), name.Replace("_rels/", "", StringComparison.Ordinal));
        document.Root!.Elements().Where(relation => IsOuter(relation) || IsGone(relation, folder)).Remove();
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private static bool IsOuter(XElement relation) =>
        (string?)relation.Attribute("TargetMode") == "External" && !IsLink(relation);

    private static bool IsLink(XElement relation) =>
        ((string?)relation.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) == true;

    private static bool IsGone(XElement relation, Uri folder) =>
        (string?)relation.Attribute("TargetMode") != "External"
        && Uri.TryCreate(folder, (string?)relation.Attribute("Target") ?? "", out var target)
        && IsDropped(Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/')));

    private static SlidesReading Refused(string code) => new(code, []);
}
