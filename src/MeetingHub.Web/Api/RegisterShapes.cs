using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>A row of a register in the columns of its file; ETag is its revision.</summary>
public sealed record RowOut(
    Register Register,
    string Id,
    int Revision,
    Access Access,
    Instant UpdatedAt,
    IReadOnlyDictionary<string, string> Cells
)
{
    public static RowOut Of(RegisterRow row) =>
        new(row.Register, row.Key, row.Revision, row.Access, row.UpdatedAt, CellsOf(RegisterBook.Entry(row)));

    internal static IReadOnlyDictionary<string, string> CellsOf(IEntry entry) =>
        RegisterSchema
            .Of(entry.Register)
            .Columns.Zip(EntryCells.Of(entry), (column, cell) => (column.Name, Cell: GuardedText.Bare(cell)))
            .Where(c => c.Cell.Length > 0)
            .ToDictionary(c => c.Name, c => c.Cell);
}

/// <summary>One page of a register's rows, in the columns of its file.</summary>
public sealed record RowsOut(int Total, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

public sealed record RowChangeOut(
    int Revision,
    Instant At,
    Guid By,
    string Way,
    IReadOnlyDictionary<string, string>? Cells
);

/// <summary>What is wrong with a cell. <paramref name="Row"/> counts the rows sent from 1.</summary>
public sealed record CellFaultOut(int Row, string Column, CellFaultKind Code, string? Hint);

/// <summary>
/// What was written, and the ids of rows that a second person must release. Of <paramref name="OtherCurrency"/> nothing was
/// written: the register has amounts in another currency that were not sent.
/// </summary>
public sealed record RowsWrittenOut(
    int Added,
    int Changed,
    int Same,
    IReadOnlyList<string> AwaitRelease,
    IReadOnlyList<string> OtherCurrency,
    IReadOnlyList<CellFaultOut> Faults
);

public sealed record ReleaseIn(Access Access, LocalDate? ReleaseAfter = null, string? Reason = null);

public sealed record ReleaseOut(
    Guid Id,
    Register Register,
    string Row,
    Access Access,
    LocalDate? ReleaseAfter,
    string? Reason,
    Guid AskedBy,
    Instant AskedAt
);
