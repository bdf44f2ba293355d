using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Exchange;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class ExportTests
{
    [Fact]
    public void CSV_has_the_registers_own_columns_in_their_order()
    {
        var lines = Csv(Register.Damages, [Given.School()]).Split("\r\n");

        Assert.StartsWith("\"damage_id\",\"katotth\",\"name_uk\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"access\",\"release_after\",\"updated_at\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"12500000.5\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"2022-11-23\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_below_zero_are_no_formulas_and_texts_are()
    {
        var damage = Given.School() with
        {
            Point = new(-1.5m, -2.5m),
            Name = LocalText.Of(("en", "=HYPERLINK(\"https://evil.example\")\r\nsecond line, \"quoted\"")),
        };

        var csv = Csv(Register.Damages, [damage]);

        Assert.Contains("\"-1.5\",\"-2.5\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_is_valid_and_no_text_in_it_is_a_formula()
    {
        var damage = Given.School() with { Name = LocalText.Of(("en", "=1+1"), ("uk", "  відступ ")) };
        using var file = new MemoryStream();
        XlsxExport.Write(
            file,
            [(Register.Damages, [damage]), (Register.Projects, [Given.Repair()]), (Register.Funding, [Given.Grant()])]
        );

        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();
        Assert.Equal(3, sheets.Count);
        Assert.Empty(sheets.SelectMany(s => s.Worksheet!.Descendants<CellFormula>()));
        var cells = sheets.SelectMany(s => s.Worksheet!.Descendants<Cell>()).ToList();
        Assert.Contains(cells, c => c.InnerText == "=1+1" && c.DataType! == CellValues.InlineString);
        Assert.Contains(cells, c => c.InnerText == "12500000.5" && c.DataType is null);
    }

    [Fact]
    public void Fifty_thousand_rows_go_out_as_both()
    {
        var many = Enumerable.Range(0, 50_000).Select(i => Given.School($"D-{i}"));
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();

        CsvExport.Write(csv, Register.Damages, many);
        XlsxExport.Write(xlsx, [(Register.Damages, many)]);

        Assert.Equal(50_001, Encoding.UTF8.GetString(csv.ToArray()).Count(c => c == '\n'));
        xlsx.Position = 0;
        using var zip = new ZipArchive(xlsx);
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
    }

    [Fact]
    public void GeoJSON_says_longitude_first_and_no_digit_more_than_may_be_shown()
    {
        var shown = PublicRegisters.Of(
            new([Given.School(), Given.School("SECRET", Access.Restricted)], [Given.Repair()], []),
            Given.Day
        );
        using var file = new MemoryStream();

        GeoJsonExport.Write(file, shown.Damages, shown.Projects);

        var text = Encoding.UTF8.GetString(file.ToArray());
        using var json = JsonDocument.Parse(text);
        var features = json.RootElement.GetProperty("features");
        Assert.Equal(2, features.GetArrayLength());
        Assert.Equal("[37.251,49.212]", features[0].GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("49.2123", text, StringComparison.Ordinal);
    }

    private static string Csv(Register register, IEnumerable<IEntry> entries)
    {
        using var file = new MemoryStream();
        CsvExport.Write(file, register, entries);
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF');
    }
}
