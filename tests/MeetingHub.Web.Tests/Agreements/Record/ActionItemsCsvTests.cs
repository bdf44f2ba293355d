using System.Text;
using CsvHelper;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Agreements.Record;
using MeetingHub.Web.Shared;
using Xunit;

namespace MeetingHub.Web.Tests.Agreements.Record;

public class ActionItemsCsvTests
{
    [Fact]
    public void An_item_is_one_row_with_both_wordings()
    {
        var row = Rows(Sitting.Held())[0];

        Assert.Equal("Надіслати двох фахівців для обстеження шкіл", row["text_uk"]);
        Assert.Equal("Envoyer deux experts pour inspecter les écoles", row["text_fr"]);
        Assert.Equal("", row["text_en"]);
        Assert.Equal("partner", row["owner_side"]);
        Assert.Equal("Commune de Chennevières-sur-Marne", row["owner_community"]);
        Assert.Equal("services techniques", row["owner_fr"]);
        Assert.Equal("2023-03-15", row["due"]);
        Assert.Equal("agreed", row["status"]);
        Assert.Equal("true", row["needs_deliberation"]);
        Assert.Equal(Sitting.ExpertsWording.Hash(), row["hash"]);
        Assert.Equal("Перша зустріч", row["meeting_title_uk"]);
        Assert.Equal("2023-01-31", row["meeting_date"]);
    }

    [Fact]
    public void A_spreadsheet_is_told_that_it_is_UTF_8() => Assert.Equal([0xEF, 0xBB, 0xBF], File(Sitting.Held())[..3]);

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\0=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("＝1")]
    public void A_formula_arrives_as_text(string formula) =>
        Assert.StartsWith("'", SpreadsheetCsv.Harmless(formula), StringComparison.Ordinal);

    [Fact]
    public void A_formula_in_any_column_is_disarmed_in_the_file()
    {
        var words = LocalText.Of(("uk", "=1+1"), ("fr", "@a\"; =2"), ("en", "-3"));
        var sitting = Sitting
            .Held()
            .At(
                80,
                0,
                new ActionItemProposed(Sitting.Id(70), Side.Host, new Wording(words, Side.Host, words, null, false))
            );
        sitting.Host.Name = LocalText.Of(("uk", "+380"));
        var row = Rows(sitting)[^1];

        Assert.Equal(("'=1+1", "'@a\"; =2", "'-3"), (row["text_uk"], row["text_fr"], row["text_en"]));
        Assert.Equal(("'=1+1", "'+380"), (row["owner_uk"], row["owner_community"]));
    }

    [Fact]
    public void Ordinary_words_keep_their_first_letter() =>
        Assert.Equal("Écoles - toutes = 5", SpreadsheetCsv.Harmless("Écoles - toutes = 5"));

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_the_download()
    {
        var words = LocalText.Of(("uk", "а\ud83d"), ("fr", "b"));
        var sitting = Sitting
            .Held()
            .At(
                80,
                0,
                new ActionItemProposed(Sitting.Id(70), Side.Host, new Wording(words, Side.Host, words, null, false))
            );

        Assert.Equal("а\uFFFD", Rows(sitting)[^1]["text_uk"]);
    }

    private static byte[] File(Sitting sitting) =>
        ActionItemsCsv.Write(ActionItemLine.Of(sitting.Minutes.Meeting, sitting.Host, sitting.Partner));

    private static List<Dictionary<string, string>> Rows(Sitting sitting)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(File(sitting))[1..]);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false });
        List<string[]> records = [];
        while (csv.Read())
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))]);
        return [.. records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }
}
