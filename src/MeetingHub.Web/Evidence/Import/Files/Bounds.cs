namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>What a table may be at most. A register of a whole oblast has fewer than a tenth of this.</summary>
internal static class Bounds
{
    public const int Rows = 200_000;
    public const int Columns = 300;

    /// <summary>Bytes of one row: 36 columns of the longest texts, and some. A quote that is never closed ends here.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>A workbook as it lies on the disk.</summary>
    public const long WorkbookBytes = 100 * 1024 * 1024;

    /// <summary>All parts of a workbook, unpacked.</summary>
    public const long UnpackedBytes = 700L * 1024 * 1024;

    /// <summary>The texts of all cells are held in memory by every reader of workbooks.</summary>
    public const long SharedTextBytes = 48 * 1024 * 1024;

    public const int WorkbookParts = 1000;
}
