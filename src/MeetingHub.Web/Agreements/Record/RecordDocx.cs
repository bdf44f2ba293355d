using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MeetingHub.Domain.Meetings;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// The record as both sides print and sign it: one table, the host's language left and the partner's right, so that each
/// decision stands beside its own translation. Every text in it may come from a guest; <see cref="DocxText"/> makes it safe.
/// </summary>
public static class RecordDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(RecordSheet left, RecordSheet right)
    {
        ThrowUnlessParallel(left, right);
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(left.Language);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = DocxPage.Footer(left, right);
            main.Document = new Document(
                new Body(
                    Heading(left),
                    Heading(right),
                    DocxTable.Of([Header(left, right), .. Sections(left, right), .. Signatures(left, right)]),
                    new Paragraph(),
                    DocxPage.A4(main.GetIdOfPart(footer))
                )
            );
            document.PackageProperties.Title = $"{left.Title} · {right.Title}";
            document.PackageProperties.Language = $"{left.Language}, {right.Language}";
        }

        return file.ToArray();
    }

    // A row shifted against its translation would make two parties sign different things; better no document.
    private static void ThrowUnlessParallel(RecordSheet left, RecordSheet right)
    {
        if (!Shape(left).SequenceEqual(Shape(right)))
            throw new ArgumentException("The sheets are not of the same minutes.", nameof(right));
    }

    private static IEnumerable<(string, Guid?, bool)> Shape(RecordSheet sheet) =>
        sheet.Sections.SelectMany(s => s.Entries.Select(e => (s.Code, e.Id, e.IsGroup)));

    private static Paragraph Heading(RecordSheet sheet) =>
        DocxText.Paragraph(DocxStyles.Title, DocxText.Run(sheet.Title, sheet.Language));

    private static TableRow Header(RecordSheet left, RecordSheet right) =>
        DocxTable.Header(
            DocxText.Paragraph(DocxStyles.ColumnName, DocxText.Run(left.LanguageName, left.Language)),
            DocxText.Paragraph(DocxStyles.ColumnName, DocxText.Run(right.LanguageName, right.Language))
        );

    private static IEnumerable<TableRow> Sections(RecordSheet left, RecordSheet right)
    {
        foreach (var (l, r) in left.Sections.Zip(right.Sections))
        {
            yield return Title(l.Title, left.Language, r.Title, right.Language);
            if (l.WhenEmpty is { } nothing)
                yield return DocxTable.Row([Plain(nothing, left.Language)], [Plain(r.WhenEmpty!, right.Language)]);
            foreach (var (le, re) in l.Entries.Zip(r.Entries))
                yield return DocxTable.Row([.. Entry(le, left)], [.. Entry(re, right)], IsShort(le) && IsShort(re));
        }
    }

    // A quarter of a page: what is longer may run over to the next one.
    private static bool IsShort(SheetEntry entry) =>
        entry.Lead.Text.Length + entry.Lines.Sum(l => l.Value.Text.Length) < 600 && entry.Lines.Count < 15;

    private static TableRow Title(string left, string leftLanguage, string right, string rightLanguage) =>
        DocxTable.Shaded(
            DocxText.Paragraph(DocxStyles.Section, DocxText.Run(left, leftLanguage)),
            DocxText.Paragraph(DocxStyles.Section, DocxText.Run(right, rightLanguage))
        );

    private static IEnumerable<Paragraph> Entry(SheetEntry entry, RecordSheet sheet)
    {
        var style = entry.IsGroup ? DocxStyles.Group : DocxStyles.Lead;
        yield return DocxText.Paragraph(style, DocxText.Run(entry.Lead.Text, entry.Lead.Language));
        foreach (var line in entry.Lines)
            yield return line.Label is { } label
                ? DocxText.Paragraph(
                    DocxStyles.Line,
                    DocxText.Run($"{label}{sheet.Colon} ", sheet.Language, isQuiet: true),
                    DocxText.Run(line.Value.Text, line.Value.Language)
                )
                : DocxText.Paragraph(
                    line.IsMark ? DocxStyles.Mark : DocxStyles.Line,
                    DocxText.Run(line.Value.Text, line.Value.Language)
                );
    }

    private static Paragraph Plain(string text, string language) =>
        DocxText.Paragraph(DocxStyles.Line, DocxText.Run(text, language));

    // Each side signs once, under its own language.
    private static IEnumerable<TableRow> Signatures(RecordSheet left, RecordSheet right)
    {
        yield return Title(left.SignaturesTitle, left.Language, right.SignaturesTitle, right.Language);
        yield return DocxTable.Row(
            [.. Signature(left.Signatures.First(s => s.Side == Side.Host), left)],
            [.. Signature(right.Signatures.First(s => s.Side == Side.Partner), right)],
            isWhole: true
        );
    }

    private static IEnumerable<Paragraph> Signature(SheetSignature signature, RecordSheet sheet)
    {
        yield return DocxText.Paragraph(DocxStyles.Lead, DocxText.Run(signature.For.Text, signature.For.Language));
        yield return signature.Name is { } name
            ? Plain($"{name}, {signature.Role}", sheet.Language)
            : DocxText.Blank(signature.NameLabel + sheet.Colon, sheet.Language);
        yield return DocxText.Blank(signature.SignatureLabel + sheet.Colon, sheet.Language);
        yield return DocxText.Blank(signature.DateLabel + sheet.Colon, sheet.Language);
    }
}
