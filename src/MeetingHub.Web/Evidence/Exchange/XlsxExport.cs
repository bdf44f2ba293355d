using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MeetingHub.Domain.Evidence;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Registers as a workbook, a sheet for each. Texts are typed as texts, so that none is taken for a formula; numbers are
/// numbers; dates stay texts as ISO writes them, which no program's date system shifts.
/// </summary>
internal static class XlsxExport
{
    private const int LongestCell = 32_767;

    public static void Write(Stream file, IReadOnlyList<(Register Register, IEnumerable<IEntry> Entries)> sheets)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new Workbook();
        var list = book.Workbook.AppendChild(new Sheets());
        for (var number = 1; number <= sheets.Count; number++)
        {
            var (register, entries) = sheets[number - 1];
            var part = book.AddNewPart<WorksheetPart>();
            Sheet(part, RegisterColumns.Of(register), entries);
            list.AppendChild(
                new Sheet
                {
                    Id = book.GetIdOfPart(part),
                    SheetId = (uint)number,
                    Name = Domain.Code.Of(register),
                }
            );
        }

        book.Workbook.Save();
    }

    private static void Sheet(WorksheetPart part, IReadOnlyList<RegisterColumn> columns, IEnumerable<IEntry> entries)
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
        writer.WriteStartElement(new SheetData());
        var names = columns.Select((_, index) => NameOf(index)).ToList();
        Row(writer, names, 1, columns.Select(c => (object?)c.Name));
        var row = 2;
        foreach (var entry in entries)
            Row(writer, names, row++, columns.Select(c => c.Value(entry)));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, List<string> names, int number, IEnumerable<object?> values)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", null!, row)]);
        var column = 0;
        foreach (var value in values)
        {
            var place = names[column++] + row;
            switch (value)
            {
                case null:
                    break;
                case string text:
                    Text(writer, place, text);
                    break;
                case LocalDate day:
                    Text(writer, place, LocalDatePattern.Iso.Format(day));
                    break;
                case IFormattable number_:
                    writer.WriteStartElement(new Cell(), [new OpenXmlAttribute("r", null!, place)]);
                    writer.WriteElement(new CellValue(number_.ToString(null, CultureInfo.InvariantCulture)));
                    writer.WriteEndElement();
                    break;
                default:
                    throw new NotSupportedException(value.GetType().Name);
            }
        }

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
