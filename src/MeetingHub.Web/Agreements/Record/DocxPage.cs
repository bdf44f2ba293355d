using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>A4 (ISO 216), with the page's number and how many there are: a signed record must show that no page is missing.</summary>
internal static class DocxPage
{
    private const int Width = 11906;
    private const int Height = 16838;
    private const int Margin = 1134;

    public const int TextWidth = Width - 2 * Margin;

    public static SectionProperties A4(string footerId) =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footerId },
            new PageSize { Width = Width, Height = Height },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    public static Footer Footer(RecordSheet left, RecordSheet right) =>
        new(
            DocxText.Paragraph(
                DocxStyles.Footer,
                [
                    DocxText.Run($"{left.Title} · ", left.Language),
                    DocxText.Run(right.Title, right.Language),
                    new Run(new TabChar()),
                    .. Field("PAGE"),
                    DocxText.Run(" / ", left.Language),
                    .. Field("NUMPAGES"),
                ]
            )
        );

    private static Run[] Field(string code) =>
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new Text("1")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        ];
}
