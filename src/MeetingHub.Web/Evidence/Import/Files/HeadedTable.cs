using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>A file's table with its headers found: a title may stand above them, and two rows of them one above the other.</summary>
internal sealed class HeadedTable : IDisposable
{
    private readonly ITable table;
    private readonly IEnumerator<TableRow> rows;
    private readonly List<TableRow> first = [];

    /// <param name="table">Owned by this from now on.</param>
    /// <param name="schema">By whose words the headers are found.</param>
    /// <param name="chosen">The row that somebody says they begin in; null: found.</param>
    public HeadedTable(ITable table, RegisterSchema schema, int? chosen)
    {
        (this.table, rows) = (table, table.Rows().GetEnumerator());
        try
        {
            while (first.Count < HeaderRows.Looked * 2 && rows.MoveNext())
                first.Add(rows.Current);
            if (first.Count == 0)
                throw new TableException(FileFault.NoRows);
        }
        catch
        {
            Dispose();
            throw;
        }

        Top = [.. first.Take(HeaderRows.Looked)];
        var cells = first.ConvertAll(r => r.Cells);
        At = chosen is { } row && row < cells.Count ? HeaderRows.At(row, cells) : HeaderRows.In(schema, cells);
        var names = At.Names(cells);
        var width = WidthOf(names, [.. cells.Skip(At.First + At.Count)]);
        Headers = [.. Enumerable.Range(0, width).Select(i => i < names.Count ? names[i] : "")];
    }

    /// <summary>As wide as most of the first rows: a column without a header can be named by somebody, a torn row is no column.</summary>
    public IReadOnlyList<string> Headers { get; }

    public HeaderRows At { get; }

    /// <summary>Rows among which the headers may stand.</summary>
    public IReadOnlyList<TableRow> Top { get; }

    public ITable Table => table;

    public double Progress => table.Progress;

    public TableNotices Notices => table.Notices;

    /// <summary>The rows after the headers; to be asked for once.</summary>
    public IEnumerable<TableRow> Rows()
    {
        var count = 0;
        foreach (var row in first.Skip(At.First + At.Count).Concat(Rest()))
        {
            if (++count > Bounds.Rows)
                throw new TableException(FileFault.TooManyRows, $"{Bounds.Rows}");
            yield return row;
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        table.Dispose();
    }

    private IEnumerable<TableRow> Rest()
    {
        while (rows.MoveNext())
            yield return rows.Current;
    }

    private static int WidthOf(IReadOnlyList<string> names, List<IReadOnlyList<Cell>> rows)
    {
        var width = names.Count;
        while (width > 0 && names[width - 1].Length == 0 && !IsFilledInMost(rows, width - 1))
            width--;
        while (IsFilledInMost(rows, width))
            width++;
        return width;
    }

    private static bool IsFilledInMost(List<IReadOnlyList<Cell>> rows, int place) =>
        rows.Count(r => place < r.Count && !string.IsNullOrWhiteSpace(r[place].Text)) * 2 > rows.Count;
}
