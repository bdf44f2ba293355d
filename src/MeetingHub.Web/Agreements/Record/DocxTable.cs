using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>Two equal columns that keep their width whatever stands in them. Lengths are in twentieths of a point.</summary>
internal static class DocxTable
{
    public const int Column = DocxPage.TextWidth / 2;

    public static Table Of(IEnumerable<TableRow> rows) =>
        new([
            new TableProperties(
                new TableWidth { Width = $"{2 * Column}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Thin<TopBorder>(),
                    Thin<BottomBorder>(),
                    Thin<InsideHorizontalBorder>(),
                    Thin<InsideVerticalBorder>()
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 110, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 110, Type = TableWidthValues.Dxa }
                ),
                new TableLook { FirstRow = true, NoVerticalBand = true }
            ),
            new TableGrid(new GridColumn { Width = $"{Column}" }, new GridColumn { Width = $"{Column}" }),
            .. rows,
        ]);

    /// <summary>Stands at the top of every page.</summary>
    public static TableRow Header(Paragraph left, Paragraph right) =>
        new(
            new TableRowProperties(new CantSplit(), new TableHeader()),
            Cell([left], DocxStyles.HeaderFill),
            Cell([right], DocxStyles.HeaderFill)
        );

    public static TableRow Shaded(Paragraph left, Paragraph right) =>
        new(
            new TableRowProperties(new CantSplit()),
            Cell([left], DocxStyles.SectionFill),
            Cell([right], DocxStyles.SectionFill)
        );

    /// <summary>A row may run over to the next page unless it is to stay whole: a long text would push a page empty.</summary>
    public static TableRow Row(IReadOnlyList<Paragraph> left, IReadOnlyList<Paragraph> right, bool isWhole = false)
    {
        var row = new TableRow();
        if (isWhole)
            row.Append(new TableRowProperties(new CantSplit()));
        row.Append(Cell(left, fill: null), Cell(right, fill: null));
        return row;
    }

    private static TableCell Cell(IEnumerable<Paragraph> paragraphs, string? fill)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = $"{Column}", Type = TableWidthUnitValues.Dxa }
        );
        if (fill is not null)
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = fill,
                }
            );
        return new TableCell([properties, .. paragraphs]);
    }

    private static T Thin<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Color = DocxStyles.Rule,
        };
}
