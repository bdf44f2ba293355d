using CsvHelper;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>
/// The rejected rows as they stood in the file, each with its reason, to be corrected and brought again: the column of reasons is
/// then passed over. Cells that a spreadsheet would compute are guarded; reading takes the guard off again.
/// </summary>
internal sealed class RejectedRows : IDisposable
{
    private static readonly HashSet<string> ReasonHeaders =
    [
        .. Language.All.Select(l => Spelling.Of(Texts.In(l)[ReasonText])),
    ];

    private const string ReasonText = "import.reason_column";

    private readonly FileStream file;
    private readonly CsvWriter csv;
    private readonly ColumnMap map;
    private readonly IReadOnlyList<string> headers;
    private readonly int reasonPlace;
    private readonly Texts texts;

    public RejectedRows(string path, ImportCase import)
    {
        (map, headers, texts) = (import.Map, import.Headers, Texts.In(import.Language));
        file = new FileStream(path, FileMode.Create, FileAccess.Write);
        // With the separator of the file itself; a workbook's rows with the one that the reader's own Excel expects.
        var separator = import.Form.Separator ?? (import.Language == Language.English ? ',' : ';');
        csv = CsvWriter.Create(
            file,
            new()
            {
                WriteByteOrderMark = true,
                Separator = separator,
                // A row with too many cells keeps them.
                ValidateFieldCount = false,
            },
            leaveOpen: true
        );
        reasonPlace = headers.ToList().FindIndex(IsReason);
        csv.WriteRecord([.. headers.Where((_, i) => i != reasonPlace).Select(Safe), texts[ReasonText]]);
    }

    /// <summary>Whether a column holds the reasons that such a file was given, in whatever language.</summary>
    public static bool IsReason(string header) => ReasonHeaders.Contains(Spelling.Of(header));

    public void Add(TableRow row, IReadOnlyList<CellFault> faults)
    {
        var cells = Enumerable
            .Range(0, Math.Max(row.Cells.Count, headers.Count))
            .Where(i => i != reasonPlace)
            .Select(i => i < row.Cells.Count ? Safe(row.Cells[i].Text) : "");
        var why = string.Join(" | ", faults.Select(Told));
        csv.WriteRecord([
            .. cells.Take(headers.Count - (reasonPlace < 0 ? 0 : 1)),
            Safe(why),
            .. cells.Skip(headers.Count),
        ]);
    }

    public void Dispose()
    {
        csv.Dispose();
        file.Dispose();
    }

    private string Told(CellFault fault)
    {
        var header = map.PlaceOf(fault.Column) is { } place ? headers[place] : fault.Column;
        return (header.Length > 0 ? $"{header}: " : "") + ReasonWords.Of(texts, map.Schema.Find(fault.Column), fault);
    }

    // A negative number is no formula, and an apostrophe before it would only puzzle whoever corrects it.
    private static string Safe(string cell) => NumberText.Read(cell) is null ? GuardedText.Guard(cell) : cell;
}
