using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>
/// Reads a file twice: once to see how its columns are written, once row by row. Good rows go to one file, faults to another,
/// rejected rows to a third; in memory stay only the ids.
/// </summary>
internal sealed class FileReading(ImportCase import, ImportFolder folder, CountryBox? box)
{
    private const int MostFaultsListed = 20_000;
    private const int PreviewRows = 20;
    private const int MostAsideListed = 20;

    private readonly ColumnMap map = import.Map;
    private readonly List<PreviewRow> preview = [];
    private readonly HashSet<long> aside = [];
    private int rows;
    private int good;
    private int faults;

    public Reading Run(Action<double> progress, CancellationToken stop)
    {
        var survey = Look(p => progress(p * 0.4), stop);
        var notices = Read(
            survey.Rules(import.Answers with { Words = import.Said }),
            p => progress(0.4 + p * 0.6),
            stop
        );
        if (rows == 0)
            throw new TableException(FileFault.NoRows);
        return new Reading
        {
            Rows = rows,
            Good = good,
            Faults = faults,
            New = 0,
            Changed = 0,
            Same = 0,
            AwaitRelease = [],
            AwaitReleaseCount = 0,
            Questions = survey.Questions(import.Answers),
            Decided = survey.Decided,
            Words = survey.Unknown,
            Aside = [.. aside.Order().Take(MostAsideListed)],
            AsideCount = aside.Count,
            Notices = notices,
            Preview = preview,
        };
    }

    private Survey Look(Action<double> progress, CancellationToken stop)
    {
        var survey = new Survey(map, box);
        using var table = import.Form.Open(folder.FileOf(import.Id), import.Schema, stop);
        foreach (var row in Told(table, progress, stop))
            survey.Look(row.Cells);
        return survey;
    }

    private TableNotices Read(ReadingRules rules, Action<double> progress, CancellationToken stop)
    {
        using var table = import.Form.Open(folder.FileOf(import.Id), import.Schema, stop);
        using var entries = Writer(folder.EntriesOf(import.Id));
        using var listed = Writer(folder.FaultsOf(import.Id));
        using var silent = Writer(folder.SilentOf(import.Id));
        using var rejected = new RejectedRows(folder.RejectedOf(import.Id), import);
        var reader = new EntryReader(map, rules);
        foreach (var row in Told(table, progress, stop))
        {
            rows++;
            var reading = reader.Read(row.Line, row.Cells);
            if (row.IsBroken)
                reading = new(null, [new("", CellFaultKind.BrokenQuotes, ""), .. reading.Faults]);
            if (preview.Count < PreviewRows)
                preview.Add(Shown(row, reading.Entry));
            if (reading.Entry is { } entry)
            {
                good++;
                entries.WriteLine(EventJson.Write<object>(entry));
                if (!reading.SaysAccess)
                    silent.WriteLine(entry.Id);
                continue;
            }

            rejected.Add(row, reading.Faults);
            foreach (var fault in reading.Faults)
            {
                if (faults++ < MostFaultsListed)
                    listed.WriteLine(EventJson.Write(Listed(row.Line, fault)));
            }
        }

        return table.Notices;
    }

    private IEnumerable<TableRow> Told(HeadedTable table, Action<double> progress, CancellationToken stop)
    {
        const int step = 200;
        var count = 0;
        foreach (var row in table.Rows())
        {
            if (++count % step == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress(table.Progress);
            }

            if (!SideRow.Is(row.Cells, map))
                yield return row;
            else
                aside.Add(row.Line);
        }
    }

    private PreviewRow Shown(TableRow row, IEntry? entry)
    {
        var read = entry is null ? null : EntryCells.Of(entry);
        var columns = map.Schema.Columns.ToList();
        return new(
            row.Line,
            entry is not null,
            [
                .. map
                    .Columns.Select((column, place) => (column, place))
                    .Where(c => c.column is not null)
                    .Select(c =>
                        CellFault.Shortened(
                            read is not null ? read[columns.IndexOf(c.column!)]
                            : c.place < row.Cells.Count ? row.Cells[c.place].Text
                            : ""
                        )
                    ),
            ]
        );
    }

    private LineFault Listed(long line, CellFault fault) =>
        new(line, map.PlaceOf(fault.Column) is { } place ? import.Headers[place] : "", fault);

    private static StreamWriter Writer(string path) => new(path, append: false, new UTF8Encoding(false), 64 * 1024);
}
