using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Agreements.Record;
using Xunit;

namespace MeetingHub.Web.Tests.Agreements.Record;

public class RecordDocxTests
{
    [Fact]
    public void Word_finds_nothing_wrong_with_it() => Assert.Empty(Errors(Sitting.Held().Docx()));

    [Fact]
    public void A_decision_stands_beside_its_translation()
    {
        using var document = Open(Sitting.Held().Docx());
        var row = Rows(document).First(r => r.InnerText.Contains("Надіслати двох", StringComparison.Ordinal));
        var cells = row.Elements<TableCell>().ToList();

        Assert.Equal(2, cells.Count);
        Assert.StartsWith("1. Надіслати двох фахівців", cells[0].InnerText, StringComparison.Ordinal);
        Assert.StartsWith("1. Envoyer deux experts", cells[1].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_languages_head_every_page()
    {
        using var document = Open(Sitting.Held().Docx());
        var first = Rows(document)[0];

        Assert.NotNull(first.TableRowProperties?.GetFirstChild<TableHeader>());
        Assert.Equal("УкраїнськаFrançais", first.InnerText);
    }

    [Fact]
    public void Every_word_says_its_language()
    {
        using var document = Open(Sitting.Held().Docx());
        var runs = document.MainDocumentPart!.Document!.Descendants<Run>().Where(r => r.InnerText.Length > 0).ToList();

        Assert.All(runs, r => Assert.Matches("^(uk-UA|fr-FR)$", r.RunProperties?.Languages?.Val?.Value));
        Assert.All(
            runs.Where(r => r.InnerText.Contains("Combien", StringComparison.Ordinal)),
            r => Assert.Equal("fr-FR", r.RunProperties!.Languages!.Val!.Value)
        );
    }

    [Fact]
    public void Pages_are_numbered_on_A4()
    {
        using var document = Open(Sitting.Held().Docx());
        var main = document.MainDocumentPart!;
        var size = main.Document!.Descendants<PageSize>().Single();

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal(
            ["PAGE", "NUMPAGES"],
            main.FooterParts.Single().Footer!.Descendants<FieldCode>().Select(f => f.Text)
        );
    }

    [Fact]
    public void Each_side_signs_once_under_its_own_language()
    {
        using var document = Open(Sitting.Held().Docx());
        var cells = Rows(document)[^1].Elements<TableCell>().Select(c => c.InnerText).ToList();

        Assert.StartsWith("Від імені: Ізюмська", cells[0], StringComparison.Ordinal);
        Assert.Contains("Олена Вигадана, голова делегації", cells[0], StringComparison.Ordinal);
        Assert.StartsWith("Au nom de\u00A0: Commune", cells[1], StringComparison.Ordinal);
        Assert.Contains("Claire Fictive, chef de délégation", cells[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0\u0001\b\u001f\ufffe\uffff")]
    [InlineData("half a pair \ud83d and the other \udc00")]
    [InlineData("</w:t></w:r><script>&amp;]]>")]
    [InlineData("a\rb\nc\r\nd\te\u2028f")]
    [InlineData("\u202Edesrever\u2066")]
    public void Hostile_characters_leave_a_document_that_opens(string text)
    {
        var sitting = Hostile(text);

        Assert.Empty(Errors(sitting.Docx()));
    }

    [Fact]
    public void A_text_of_a_hundred_thousand_characters_is_there_whole()
    {
        var text = new string('щ', 100_000);
        var bytes = Hostile(text).Docx();

        Assert.Empty(Errors(bytes));
        using var document = Open(bytes);
        Assert.Contains(text, document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_of_two_meetings_are_never_set_side_by_side() =>
        Assert.Throws<ArgumentException>(() =>
            RecordDocx.Write(Sitting.Held().Sheet("uk"), Sitting.Scheduled().Sheet("fr"))
        );

    private static Sitting Hostile(string text)
    {
        var words = LocalText.Of(("uk", "Щось " + text), ("fr", "Une chose " + text));
        var sitting = Sitting
            .Held()
            .At(
                80,
                0,
                new ActionItemProposed(Sitting.Id(70), Side.Host, new Wording(words, Side.Host, words, null, true))
            )
            .At(80, 1, new QuestionAsked(Sitting.Id(71), Sitting.HostHead, Side.Host, "uk", text))
            .At(80, 2, new QuestionAnswered(Sitting.Id(71), text, "uk"))
            .At(80, 3, new RecordAnnotated(Sitting.Id(72), text, Side.Host, "fr", text));
        sitting.Names[Sitting.HostHead] = text;
        sitting.Host.Name = words;
        return sitting;
    }

    private static List<string> Errors(byte[] bytes)
    {
        using var document = Open(bytes);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Path?.XPath}: {e.Description}"),
        ];
    }

    private static WordprocessingDocument Open(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), false);

    private static List<TableRow> Rows(WordprocessingDocument document) =>
        [.. document.MainDocumentPart!.Document!.Descendants<TableRow>()];
}
