using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>A file's rows, read from its beginning to its end once. Memory does not grow with the file.</summary>
internal interface ITable : IDisposable
{
    /// <summary>The rows that are not empty, headers among them.</summary>
    /// <exception cref="TableException">The file cannot be read on.</exception>
    IEnumerable<TableRow> Rows();

    /// <summary>How much has been read, from 0 to 1.</summary>
    double Progress { get; }

    /// <summary>What somebody should know who looked at the file in a spreadsheet.</summary>
    TableNotices Notices { get; }
}

/// <param name="Line">Where the row begins in its file, counted from 1.</param>
/// <param name="IsBroken">Its quotes do not match: its cells are not what was meant.</param>
internal readonly record struct TableRow(long Line, IReadOnlyList<Cell> Cells, bool IsBroken = false);

/// <summary>Rows that a spreadsheet hides are read all the same; of merged cells only the first has the value.</summary>
public sealed record TableNotices(int HiddenRows = 0, int MergedCells = 0);
