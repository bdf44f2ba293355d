using System.Globalization;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using MeetingHub.Domain.Evidence.Reading;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>
/// One sheet of a workbook, row by row. Formulas are not computed: what the spreadsheet saw last is read. Nothing is opened
/// before <see cref="XlsxBounds"/> has counted it.
/// </summary>
internal sealed class XlsxTable : ITable
{
    private readonly IExcelDataReader reader;
    private int hidden;

    // The library asks for a code page of old workbooks even where none is read.
    static XlsxTable() => Encodings.Get(Encodings.Western);

    public XlsxTable(string path, int sheet, CancellationToken stop = default)
    {
        XlsxBounds.Check(path, stop);
        reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(File.OpenRead(path)));
        Guarded(() => MoveTo(sheet));
        if (reader.FieldCount > Bounds.Columns)
            throw new TableException(FileFault.TooManyColumns, $"{Bounds.Columns}");
    }

    public double Progress => reader.RowCount > 0 ? (double)reader.Depth / reader.RowCount : 1;

    public TableNotices Notices => new(hidden, reader.MergeCells?.Length ?? 0);

    /// <summary>The sheets' names, those that are hidden too.</summary>
    public static IReadOnlyList<string> Sheets(string path)
    {
        using var table = new XlsxTable(path, 0);
        List<string> names = [];
        table.reader.Reset();
        do
        {
            names.Add(table.reader.Name);
        } while (Guarded(table.reader.NextResult));
        return names;
    }

    public IEnumerable<TableRow> Rows()
    {
        while (Guarded(reader.Read))
        {
            var cells = Cells();
            if (Array.TrueForAll(cells, c => string.IsNullOrWhiteSpace(c.Text)))
                continue;
            if (reader.RowHeight == 0)
                hidden++;
            yield return new TableRow(reader.Depth + 1, cells);
        }
    }

    public void Dispose() => reader.Dispose();

    private bool MoveTo(int sheet)
    {
        if (sheet < 0 || sheet >= reader.ResultsCount)
            throw new TableException(FileFault.NoSheet);
        for (var at = 0; at < sheet; at++)
            reader.NextResult();
        return true;
    }

    private Cell[] Cells()
    {
        var cells = new Cell[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = CellOf(reader.GetValue(i));
        return cells;
    }

    private static Cell CellOf(object? value) =>
        value switch
        {
            null => Cell.Empty,
            string text => new Cell(text),
            DateTime day => new Cell(LocalDatePattern.Iso.Format(LocalDate.FromDateTime(day)), CellKind.Date),
            double number => NumberCell(number),
            int number => new Cell(number.ToString(CultureInfo.InvariantCulture), CellKind.Number),
            bool yes => new Cell(yes ? "true" : "false"),
            IFormattable other => new Cell(other.ToString(null, CultureInfo.InvariantCulture)),
            _ => new Cell(value.ToString() ?? ""),
        };

    // Through decimal, which drops the digits that binary fractions add: 49.21 and not 49.210000000000001.
    private static Cell NumberCell(double number) =>
        Math.Abs(number) < 1e27
            ? new Cell(((decimal)number).ToString(CultureInfo.InvariantCulture), CellKind.Number)
            : new Cell(number.ToString(CultureInfo.InvariantCulture));

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        // Workbooks break in as many ways as there are writers of them; what is not one of these is a fault of ours.
        catch (Exception e)
            when (e
                    is ExcelReaderException
                        or XmlException
                        or InvalidDataException
                        or IOException
                        or FormatException
                        or OverflowException
                        or InvalidOperationException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or KeyNotFoundException
                        or NotSupportedException
            )
        {
            throw new TableException(FileFault.Broken, null, e);
        }
    }
}
