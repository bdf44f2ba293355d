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
        var width = cells.Skip(At.First + At.Count).Append([.. names.Select(n => new Cell(n))]).Max(Filled);
        Headers = [.. Enumerable.Range(0, width).Select(i => i < names.Count ? names[i] : "")];
    }

    /// <summary>As wide as what stands in the first rows: a column without a header can be named by somebody.</summary>
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

    private static int Filled(IReadOnlyList<Cell> cells)
    {
        var width = cells.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(cells[width - 1].Text))
            width--;
        return width;
    }
}
