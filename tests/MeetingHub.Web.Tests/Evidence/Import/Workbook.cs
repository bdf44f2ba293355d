using System.IO.Compression;
using System.Text;

namespace MeetingHub.Web.Tests.Evidence.Import;

/// <summary>A workbook as its parts, so that a test can write what no spreadsheet would.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>One sheet, whose rows are given as XML.</summary>
    public static string Of(string rows, string after = "", string sharedStrings = "", params string[] otherSheets) =>
        Write([
            ("xl/worksheets/sheet1.xml", Sheet(rows, after)),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{sharedStrings}</sst>"),
            .. otherSheets.Select((s, i) => ($"xl/worksheets/sheet{i + 2}.xml", Sheet(s, ""))),
        ]);

    /// <summary>Rows of texts, from the first on.</summary>
    public static string OfTexts(params string[][] rows) =>
        Of(
            string.Concat(
                rows.Select(
                    (r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, j) => Text(j, i + 1, c)))}</row>"
                )
            )
        );

    public static string Text(int column, int row, string text) =>
        $"<c r=\"{(char)('A' + column)}{row}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(int column, int row, string number, int style = 0) =>
        $"<c r=\"{(char)('A' + column)}{row}\" s=\"{style}\"><v>{number}</v></c>";

    public static string Write(params (string Name, string Content)[] parts)
    {
        var sheets = parts.Count(p => p.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        (string, string)[] frame =
        [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(Enumerable.Range(1, sheets).Select(i => $"<sheet name=\"Аркуш {i}\" sheetId=\"{i}\" r:id=\"s{i}\"/>"))}</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Packages}\">{string.Concat(Enumerable.Range(1, sheets).Select(i => $"<Relationship Id=\"s{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id=\"t\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"y\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            // Style 1 is a date.
            (
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ];
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in parts.Concat(frame))
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        return path;
    }

    private static string Sheet(string rows, string after) =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>";
}
