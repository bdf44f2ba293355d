using System.Globalization;
using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Import;

public sealed class XlsxTableTests
{
    [Fact]
    public void Texts_numbers_and_dates_come_as_what_they_are()
    {
        var rows = Read(
            Workbook.Of(
                $"<row r=\"2\">{Workbook.Text(0, 2, "id")}{Workbook.Text(1, 2, "сума")}{Workbook.Text(2, 2, "дата")}</row>"
                    + $"<row r=\"3\">{Workbook.Text(0, 3, "a")}{Workbook.Number(1, 3, "49.210000000000001")}{Workbook.Number(2, 3, "44814", 1)}</row>"
            )
        );

        Assert.Equal(["id", "сума", "дата"], rows.Headers);
        var row = Assert.Single(rows.Rows);
        Assert.Equal(3, row.Line);
        Assert.Equal(
            [new Cell("a"), new Cell("49.21", CellKind.Number), new Cell("2022-09-10", CellKind.Date)],
            row.Cells
        );
    }

    [Fact]
    public void Of_a_formula_the_last_value_is_read_and_nothing_is_computed()
    {
        var rows = Read(
            Workbook.Of(
                $"<row r=\"1\">{Workbook.Text(0, 1, "id")}</row>"
                    + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>7</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>CONCAT(1)</f><v>текст</v></c></row>"
            )
        );

        Assert.Equal(["7", "текст"], rows.Rows.Select(r => r.Cells[0].Text));
    }

    [Fact]
    public void Hidden_rows_are_read_and_told_and_merged_cells_too()
    {
        var path = Workbook.Of(
            $"<row r=\"1\">{Workbook.Text(0, 1, "id")}</row>"
                + $"<row r=\"2\" hidden=\"1\">{Workbook.Text(0, 2, "a")}</row><row r=\"3\">{Workbook.Text(0, 3, "b")}</row>",
            "<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>"
        );
        using var table = Opened(path);

        Assert.Equal(2, table.Rows().Count());
        Assert.Equal(new TableNotices(1, 1), table.Notices);
    }

    [Fact]
    public void A_sheet_can_be_chosen()
    {
        var path = Workbook.Of(
            $"<row r=\"1\">{Workbook.Text(0, 1, "one")}</row>",
            otherSheets: [$"<row r=\"1\">{Workbook.Text(0, 1, "two")}</row>"]
        );

        Assert.Equal(["Аркуш 1", "Аркуш 2"], XlsxTable.Sheets(path));
        using var second = Opened(path, 1);
        Assert.Equal(["two"], second.Headers);
    }

    [Fact]
    public void A_sheet_with_one_endless_cell_is_not_opened()
    {
        var endless = Workbook.Text(0, 1, new string('x', Bounds.RowBytes + 1));

        Assert.Equal(FileFault.UnpacksTooLarge, Fault(Workbook.Of($"<row r=\"1\">{endless}</row>")));
    }

    [Fact]
    public void A_sheet_that_unpacks_to_gigabytes_is_not_opened()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var workbook = zip.CreateEntry("xl/workbook.xml").Open())
                workbook.Write("<workbook/>"u8);
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var spaces = new byte[1024 * 1024];
            for (var i = 0; i <= Bounds.UnpackedBytes / spaces.Length; i++)
                sheet.Write(spaces);
        }

        Assert.True(new FileInfo(path).Length < 12_000_000);
        Assert.Equal(FileFault.UnpacksTooLarge, Fault(path));
    }

    [Fact]
    public void Shared_texts_that_would_fill_the_memory_are_not_opened() =>
        Assert.Equal(
            FileFault.UnpacksTooLarge,
            Fault(Workbook.Of("", sharedStrings: $"<si><t>{new string('a', (int)Bounds.SharedTextBytes)}</t></si>"))
        );

    [Fact]
    public void A_part_that_expands_its_own_entities_is_refused()
    {
        var laughs = new StringBuilder("<!DOCTYPE s [<!ENTITY a \"ha\">");
        for (var i = 'b'; i < 'k'; i++)
            laughs.Append(
                CultureInfo.InvariantCulture,
                $"<!ENTITY {i} \"{string.Concat(Enumerable.Repeat($"&{(char)(i - 1)};", 10))}\">"
            );
        laughs.Append("]><worksheet><sheetData><row><c t=\"str\"><v>&j;</v></c></row></sheetData></worksheet>");

        Assert.Equal(
            FileFault.Broken,
            Fault(Workbook.Write(("xl/worksheets/sheet1.xml", laughs.ToString()), ("xl/sharedStrings.xml", "<sst/>")))
        );
    }

    [Fact]
    public void A_cell_in_the_last_column_is_refused() =>
        Assert.Equal(
            FileFault.TooManyColumns,
            Fault(Workbook.Of("<row r=\"1\"><c r=\"XFD1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"))
        );

    [Fact]
    public void A_row_at_the_end_of_the_sheet_takes_no_memory()
    {
        var rows = Read(
            Workbook.Of(
                $"<row r=\"1\">{Workbook.Text(0, 1, "id")}</row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"
            )
        );

        Assert.Equal(1048576, Assert.Single(rows.Rows).Line);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and nothing more")]
    [InlineData("PK\u0003\u0004")]
    public void A_broken_archive_is_called_broken(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));

        Assert.Equal(FileFault.Broken, Fault(path));
    }

    [Fact]
    public void An_archive_of_something_else_is_no_table()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            zip.CreateEntry("word/document.xml");

        Assert.Equal(FileFault.NotTable, Fault(path));
    }

    [Fact]
    public void A_workbook_cut_off_or_garbled_anywhere_never_throws_anything_else()
    {
        var whole = File.ReadAllBytes(Workbook.OfTexts(["id", "name"], ["1", "Школа"], ["2", "Лікарня"]));
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole[..random.Next(whole.Length / 2, whole.Length)];
            if (i % 2 == 0)
            {
                bytes = [.. whole];
                for (var n = 0; n < 20; n++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
            File.WriteAllBytes(path, bytes);
            try
            {
                using var table = Opened(path);
                _ = table.Rows().Count();
            }
            catch (TableException) { }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static FileFault Fault(string path) =>
        Assert
            .Throws<TableException>(() =>
            {
                using var table = Opened(path);
                _ = table.Rows().Count();
            })
            .Fault;

    private static (IReadOnlyList<string> Headers, List<TableRow> Rows) Read(string path)
    {
        using var table = Opened(path);
        return (table.Headers, table.Rows().ToList());
    }

    private static HeadedTable Opened(string path, int sheet = 0) =>
        new(new XlsxTable(path, sheet), RegisterSchema.Of(Register.Damages), null);
}
