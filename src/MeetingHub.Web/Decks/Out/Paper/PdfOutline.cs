using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// Appends an outline, the document's language and its title's display to a PDF as an incremental update (ISO 32000-1,
/// 7.5.6): Skia writes them, SkiaSharp 3.119 gives no way to ask for them. It cannot tag the text either (mono/SkiaSharp#2046).
/// </summary>
internal static partial class PdfOutline
{
    public static byte[] Append(byte[] pdf, IReadOnlyList<OutlineEntry> entries, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        var size = Number(SizeEntry().Match(text, trailer));
        var root = Number(RootEntry().Match(text, trailer));
        var info = InfoEntry().Match(text, trailer);
        var before = Number(StartEntry().Match(text, trailer));
        var catalog = CatalogOf(text, root);

        using var file = new MemoryStream();
        file.Write(pdf);
        Dictionary<int, long> places = [];
        void Put(int number, string content)
        {
            places[number] = file.Length;
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n{content}\nendobj\n"));
        }

        file.Write("\n"u8);
        Put(
            root,
            $"<<{catalog}\n/Lang ({language})\n/PageMode /UseOutlines\n/Outlines {size} 0 R\n/ViewerPreferences <</DisplayDocTitle true>>>>"
        );
        Put(size, $"<</Type /Outlines /First {size + 1} 0 R /Last {size + entries.Count} 0 R /Count {entries.Count}>>");
        foreach (var (at, entry) in entries.Index())
            Put(size + 1 + at, EntryOf(entry, at, size, entries.Count));

        var start = file.Length;
        file.Write(Encoding.Latin1.GetBytes(TableOf(places)));
        var end =
            $"trailer\n<</Size {size + 1 + entries.Count} /Root {root} 0 R {info.Value} /Prev {before}>>\nstartxref\n{start}\n%%EOF\n";
        file.Write(Encoding.Latin1.GetBytes(end));
        return file.ToArray();
    }

    private static string EntryOf(OutlineEntry entry, int at, int outlines, int count)
    {
        var number = outlines + 1 + at;
        var previous = at > 0 ? $" /Prev {number - 1} 0 R" : "";
        var next = at < count - 1 ? $" /Next {number + 1} 0 R" : "";
        return $"<</Title <{Hex(entry.Title)}> /Parent {outlines} 0 R{previous}{next} /Dest /{entry.Name}>>";
    }

    /// <summary>UTF-16 with its byte order mark, the only encoding of text strings that knows Cyrillic (7.9.2.2).</summary>
    private static string Hex(string text) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string CatalogOf(string text, int root)
    {
        var from = text.IndexOf($"\n{root} 0 obj", StringComparison.Ordinal);
        var open = text.IndexOf("<<", from, StringComparison.Ordinal) + 2;
        var end = text.IndexOf("endobj", open, StringComparison.Ordinal);
        return text[open..text.LastIndexOf(">>", end, StringComparison.Ordinal)];
    }

    private static string TableOf(Dictionary<int, long> places)
    {
        var table = new StringBuilder("xref\n");
        foreach (var (number, place) in places.OrderBy(p => p.Key))
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        return table.ToString();
    }

    private static int Number(Match match) =>
        match.Success
            ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The PDF library writes its trailer otherwise than before.");

    [GeneratedRegex(@"/Size (?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"/Root (?<n>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/Info (?<n>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InfoEntry();

    [GeneratedRegex(@"startxref\s+(?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartEntry();
}
