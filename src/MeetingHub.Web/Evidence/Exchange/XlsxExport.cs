using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Column = MeetingHub.Domain.Evidence.Reading.Column;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Registers as a workbook, a sheet for each. Texts are typed as texts, so that none is taken for a formula; numbers are
/// numbers; dates stay texts as ISO writes them, which no program's date system shifts.
/// </summary>
internal static class XlsxExport
{
    private const int LongestCell = 32_767;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static void Write(Stream file, IReadOnlyList<(Register Register, IEnumerable<IEntry> Entries)> sheets)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        // Names of its own: the same rows make the same bytes, so that two exports can be compared.
        var book = document.AddNewPart<WorkbookPart>(WorkbookType, "workbook");
        book.Workbook = new Workbook();
        var list = book.Workbook.AppendChild(new Sheets());
        for (var number = 1; number <= sheets.Count; number++)
        {
            var (register, entries) = sheets[number - 1];
            var part = book.AddNewPart<WorksheetPart>($"sheet{number}");
            Sheet(part, RegisterSchema.Of(register).Columns, entries);
            list.AppendChild(
                new Sheet
                {
                    Id = $"sheet{number}",
                    SheetId = (uint)number,
                    Name = Domain.Code.Of(register),
                }
            );
        }

        book.Workbook.Save();
    }

    private static void Sheet(WorksheetPart part, IReadOnlyList<Column> columns, IEnumerable<IEntry> entries)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(new Columns(columns.Select(Width)));
        writer.WriteStartElement(new SheetData());
        var names = columns.Select((_, index) => NameOf(index)).ToList();
        var isNumber = columns.Select(c => c.IsNumeric).ToList();
        Row(writer, names, 1, [.. columns.Select(c => c.Name)], null);
        var row = 2;
        foreach (var entry in entries)
            Row(writer, names, row++, EntryCells.Of(entry), isNumber);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>As wide as its header, and a text wide enough to read: who opens the file need not draw each column apart.</summary>
    private static DocumentFormat.OpenXml.Spreadsheet.Column Width(Column column, int index)
    {
        var number = (uint)index + 1;
        var least = column.Kind switch
        {
            ColumnKind.Line => 32,
            ColumnKind.Paragraph or ColumnKind.Address => 48,
            _ => 12,
        };
        return new()
        {
            Min = number,
            Max = number,
            Width = Math.Max(least, column.Name.Length + 3),
            CustomWidth = true,
        };
    }

    private static void Row(
        OpenXmlWriter writer,
        List<string> names,
        int number,
        IReadOnlyList<string> cells,
        List<bool>? isNumber
    )
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", null!, row)]);
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0)
                continue;
            if (isNumber?[column] == true)
                Number(writer, names[column] + row, cells[column]);
            else
                Text(writer, names[column] + row, Unguarded(cells[column]));
        }

        writer.WriteEndElement();
    }

    // A text that begins with an apostrophe of its own keeps the guard: who reads it back takes one off.
    private static string Unguarded(string cell) =>
        GuardedText.Bare(cell) is ['\'', ..] ? cell : GuardedText.Bare(cell);

    private static void Number(OpenXmlWriter writer, string place, string number)
    {
        writer.WriteStartElement(new Cell(), [new OpenXmlAttribute("r", null!, place)]);
        writer.WriteElement(new CellValue(number));
        writer.WriteEndElement();
    }

    private static void Text(OpenXmlWriter writer, string place, string text)
    {
        writer.WriteStartElement(
            new Cell(),
            [new OpenXmlAttribute("r", null!, place), new OpenXmlAttribute("t", null!, "inlineStr")]
        );
        var kept = text.Length <= LongestCell ? text : text[..LongestCell];
        writer.WriteElement(new InlineString(new Text(kept) { Space = SpaceProcessingModeValues.Preserve }));
        writer.WriteEndElement();
    }

    // A, B, … Z, AA: no register has more than 702 columns.
    private static string NameOf(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";
}
