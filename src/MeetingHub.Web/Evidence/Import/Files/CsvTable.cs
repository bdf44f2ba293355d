using CsvHelper;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>
/// A CSV file, row by row. One row is held at a time, and no row may grow past <see cref="Bounds.RowBytes"/>: a quote that is never
/// closed would else take in a gigabyte.
/// </summary>
internal sealed class CsvTable : ITable
{
    private readonly Stream source;
    private readonly CsvReader reader;
    private readonly HashSet<long> broken = [];

    /// <param name="separator">Null: recognised from the first lines.</param>
    public CsvTable(Stream source, string encoding, char? separator)
    {
        this.source = source;
        reader = CsvReader.Create(
            source,
            new CsvReaderOptions
            {
                Separator = separator,
                Encoding = encoding == Encodings.Utf8 ? null : Encodings.Get(encoding),
                MaxRecordSize = Bounds.RowBytes,
                TrackLineNumbers = true,
                SkipEmptyLines = true,
                HasHeader = false,
                OnMalformedRecord = Note,
            }
        );
        Guarded(() => reader.ReadHeader());
        Separator = reader.Separator;
    }

    public char Separator { get; }

    public double Progress => source is { CanSeek: true, Length: > 0 } ? (double)source.Position / source.Length : 1;

    public TableNotices Notices { get; } = new();

    public IEnumerable<TableRow> Rows()
    {
        while (Next())
        {
            if (Cells() is { } cells)
                yield return new TableRow(reader.LineNumber, cells, broken.Contains(reader.RowNumber));
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        source.Dispose();
    }

    private bool Next()
    {
        var has = false;
        Guarded(() => has = reader.Read());
        return has;
    }

    private Cell[]? Cells()
    {
        if (reader.FieldCount > Bounds.Columns)
            throw new TableException(FileFault.TooManyColumns, $"{Bounds.Columns}");
        var cells = new Cell[reader.FieldCount];
        var isEmpty = true;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new Cell(reader.GetString(i));
            isEmpty = isEmpty && string.IsNullOrWhiteSpace(cells[i].Text);
        }

        return isEmpty ? null : cells;
    }

    // A quote within an unquoted cell («ТОВ "Мрія"») is what many programs write and reads well; these two do not.
    private void Note(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote)
            broken.Add(record.RecordNumber);
    }

    private static void Guarded(Action read)
    {
        try
        {
            read();
        }
        catch (CsvFormatException e)
        {
            throw new TableException(FileFault.RowTooLong, $"{e.LineNumber}", e);
        }
    }
}
