using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// How the record looks, as named styles: whoever edits it changes all headings at once, and a screen reader finds them.
/// Sizes are in half points, spaces in twentieths of a point; grey on white keeps 7:1.
/// </summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string ColumnName = "ColumnName";
    public const string Section = "Heading1";
    public const string Group = "Heading2";
    public const string Lead = "Lead";
    public const string Line = "Line";
    public const string Mark = "Mark";
    public const string Blank = "Blank";
    public const string Footer = "Footer";

    public const string Quiet = "4A4A4A";
    public const string MarkColour = "7A1F1F";
    public const string Rule = "B8BEC6";
    public const string HeaderFill = "1F3A5F";
    public const string SectionFill = "E9EEF4";

    // Calibri is in every Word, and Carlito, of the same widths, in LibreOffice; both have Cyrillic.
    private const string Font = "Calibri";

    public static Styles Of(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                            EastAsia = Font,
                        },
                        new FontSize { Val = "20" },
                        new Languages { Val = DocxText.Tag(language) }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "0",
                            Line = "252",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", isDefault: true),
            Style(Title, "Title", spaceAfter: 60, bold: true, size: 36, color: HeaderFill, keepNext: true),
            Style(ColumnName, "Column Name", bold: true, size: 20, color: "FFFFFF", keepNext: true),
            Style(
                Section,
                "heading 1",
                spaceBefore: 60,
                spaceAfter: 40,
                bold: true,
                size: 24,
                color: HeaderFill,
                keepNext: true,
                outline: 0
            ),
            Style(Group, "heading 2", bold: true, size: 21, color: HeaderFill, keepNext: true, outline: 1),
            Style(Lead, "Lead", bold: true, spaceAfter: 20),
            Style(Line, "Line"),
            Style(Mark, "Mark", bold: true, color: MarkColour),
            Style(Blank, "Blank", spaceBefore: 360, writeOn: DocxTable.Column - 240),
            Style(Footer, "footer", size: 16, color: Quiet, tabAt: DocxPage.TextWidth)
        );

    private static Style Style(
        string id,
        string name,
        bool isDefault = false,
        int spaceBefore = 0,
        int spaceAfter = 0,
        bool bold = false,
        int? size = null,
        string? color = null,
        bool keepNext = false,
        int? outline = null,
        int? tabAt = null,
        int? writeOn = null
    )
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
        };
        if (!isDefault && id is not (Title or Section or Group or Footer))
            style.CustomStyle = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        style.Append(
            ParagraphStyle(spaceBefore, spaceAfter, keepNext, outline, tabAt, writeOn),
            RunStyle(bold, size, color)
        );
        return style;
    }

    // The order of the members is the schema's (ECMA-376, CT_PPrBase): Word calls a file in another order damaged.
    private static StyleParagraphProperties ParagraphStyle(
        int before,
        int after,
        bool keepNext,
        int? outline,
        int? tabAt,
        int? writeOn
    )
    {
        var properties = new StyleParagraphProperties();
        if (keepNext)
            properties.Append(new KeepNext());
        if (tabAt is { } right)
            properties.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = right }));
        if (writeOn is { } end)
            properties.Append(
                new Tabs(
                    new TabStop
                    {
                        Val = TabStopValues.Right,
                        Leader = TabStopLeaderCharValues.Underscore,
                        Position = end,
                    }
                )
            );
        properties.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        return properties;
    }

    private static StyleRunProperties RunStyle(bool bold, int? size, string? color)
    {
        var properties = new StyleRunProperties();
        if (bold)
            properties.Append(new Bold());
        if (color is not null)
            properties.Append(new Color { Val = color });
        if (size is { } halfPoints)
            properties.Append(new FontSize { Val = $"{halfPoints}" });
        return properties;
    }
}
