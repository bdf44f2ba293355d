namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>Why a file as a whole cannot be read.</summary>
public enum FileFault
{
    Empty,
    TooLarge,

    /// <summary>Neither text nor a workbook, whatever it is called.</summary>
    NotTable,

    /// <summary>A workbook of the old kind, or one behind a password: both look alike from outside.</summary>
    OldOrLocked,

    /// <summary>Unpacked it would be larger than any register: a zip bomb, or a mistake.</summary>
    UnpacksTooLarge,
    Broken,
    NoSheet,
    TooManyColumns,
    TooManyRows,

    /// <summary>A row that does not end: a quote is not closed.</summary>
    RowTooLong,
    NoRows,
    NoSpace,
}

/// <summary>Carries a fault out of the middle of a table; the reader of the table answers with it.</summary>
internal sealed class TableException(FileFault fault, string? detail = null, Exception? inner = null)
    : Exception($"{fault} {detail}", inner)
{
    public FileFault Fault { get; } = fault;

    /// <summary>A line or a limit.</summary>
    public string? Detail { get; } = detail;
}
