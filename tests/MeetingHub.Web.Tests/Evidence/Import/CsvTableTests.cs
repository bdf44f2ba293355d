using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Import;

public sealed class CsvTableTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(path);

    public static TheoryData<string, char> EveryForm()
    {
        var data = new TheoryData<string, char>();
        foreach (var encoding in new[] { "utf-8", "utf-8 bom", "utf-16", "utf-16BE", "utf-16 bare", "windows-1251" })
        foreach (var separator in TableForm.Separators)
            data.Add(encoding, separator);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void A_file_is_recognised_in_every_encoding_and_with_every_separator(string encoding, char separator)
    {
        string[][] rows =
        [
            ["damage_id", "name_uk", "rdna_sector"],
            ["1", $"Школа №1 «Мрія»{separator} \"стара\"\r\nдругий рядок, їжак і ґанок", "housing"],
            ["2", "Лікарня", "health"],
        ];
        Write(encoding, string.Concat(rows.Select(r => string.Join(separator, r.Select(Quoted)) + "\r\n")));

        using var table = Opened();

        Assert.Equal(rows[0], table.Headers);
        var read = table.Rows().ToList();
        Assert.Equal(rows[1..], read.Select(r => r.Cells.Select(c => c.Text).ToArray()));
        Assert.Equal([2, 4], read.Select(r => r.Line));
    }

    [Fact]
    public void French_in_a_western_code_page_is_told_from_Ukrainian()
    {
        Write("windows-1252", "identifiant;nom;secteur\r\n1;École élémentaire de l’été à Œuilly;santé\r\n");

        Assert.Equal((Encodings.Western, false), Encodings.Of(path));
        using var table = Opened();
        Assert.Equal("École élémentaire de l’été à Œuilly", table.Rows().First().Cells[1].Text);
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_in_bounded_memory()
    {
        using (var file = new StreamWriter(path))
        {
            file.Write("damage_id,name_uk\n1,\"");
            for (var i = 0; i < 40_000; i++)
                file.Write("рядок, що не закінчується, і так далі без кінця\n");
        }

        var fault = Assert.Throws<TableException>(Opened);
        Assert.Equal((FileFault.RowTooLong, "2"), (fault.Fault, fault.Detail));
    }

    [Fact]
    public void Quotes_that_do_not_match_are_told_and_quotes_within_a_cell_are_not()
    {
        Write("utf-8", "a,b\n1,ТОВ \"Мрія\"\n2,\"Школа\" №1\n3,так\n4,\"кінець\n");

        using var table = Opened();
        var read = table.Rows().ToList();

        Assert.Equal([false, true, false, true], read.Select(r => r.IsBroken));
        Assert.Equal("ТОВ \"Мрія\"", read[0].Cells[1].Text);
    }

    [Fact]
    public void Ragged_and_empty_rows_are_read_as_they_are()
    {
        Write("utf-8", "a,b,c\n1\n\n,,\n2,3,4,5\n");

        using var table = Opened();

        Assert.Equal([(2L, 1), (5L, 4)], table.Rows().Select(r => (r.Line, r.Cells.Count)));
    }

    [Fact]
    public void A_column_without_a_header_is_one_and_a_torn_row_is_none()
    {
        Write("utf-8", "a,b,,\n1,2,3\n4,5,6\n7,8,9,10\n");

        using var table = Opened();

        Assert.Equal(["a", "b", ""], table.Headers);
    }

    [Fact]
    public void Too_many_rows_and_columns_are_refused()
    {
        using (var file = new StreamWriter(path))
        {
            file.Write("a\n");
            for (var i = 0; i <= Bounds.Rows; i++)
                file.Write("1\n");
        }

        using (var table = Opened())
            Assert.Equal(FileFault.TooManyRows, Assert.Throws<TableException>(() => table.Rows().Count()).Fault);
        Write("utf-8", new string(',', Bounds.Columns + 1) + "\n1\n");
        Assert.Equal(FileFault.TooManyColumns, Assert.Throws<TableException>(Opened).Fault);
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", TableKind.Xlsx, null)]
    [InlineData("a;b\r\n", TableKind.Csv, null)]
    [InlineData("", null, FileFault.Empty)]
    [InlineData("%PDF-1.7", null, FileFault.NotTable)]
    [InlineData("<!doctype html><script>", null, FileFault.NotTable)]
    [InlineData("  <svg xmlns=", null, FileFault.NotTable)]
    [InlineData("\u0001\u0002\u0003", null, FileFault.NotTable)]
    public void A_file_is_what_its_first_bytes_say(string content, TableKind? kind, FileFault? fault)
    {
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));

        Assert.Equal((kind, fault), TableKinds.Of(path));
    }

    [Fact]
    public void An_old_or_locked_workbook_is_named()
    {
        File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

        Assert.Equal((null, FileFault.OldOrLocked), TableKinds.Of(path));
    }

    private HeadedTable Opened() =>
        new(
            new CsvTable(File.OpenRead(path), Encodings.Of(path).Name, null),
            RegisterSchema.Of(Register.Damages),
            null
        );

    private void Write(string encoding, string text)
    {
        var preamble = encoding is "utf-8 bom" or "utf-16" or "utf-16BE";
        var letters = encoding switch
        {
            "utf-8" or "utf-8 bom" => Encoding.UTF8,
            "utf-16 bare" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding),
        };
        File.WriteAllBytes(path, [.. preamble ? letters.GetPreamble() : [], .. letters.GetBytes(text)]);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
