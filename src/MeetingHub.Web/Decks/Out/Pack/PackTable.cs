using CsvHelper;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Out.Paper;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>Plain rows, for paper and for a spreadsheet.</summary>
internal static class PackTable
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.Always };

    public static TableBlock Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        new([LineOf(head, Face.Bold)], [.. rows.Select(row => LineOf(row, Face.Regular))]);

    /// <summary>Cells that a spreadsheet would compute become text (CWE-1236): names come from outside.</summary>
    public static byte[] Csv(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. head]);
            foreach (var row in rows)
                csv.WriteRecord([.. row.Select(Harmless)]);
        }

        return file.ToArray();
    }

    private static string Harmless(string cell)
    {
        var visible = PlainCharacters.Of(cell);
        return visible is ['=' or '+' or '-' or '@' or '\t' or '\n' or '＝' or '＋' or '－' or '＠', ..]
            ? "'" + visible
            : visible;
    }

    private static TableLine LineOf(IReadOnlyList<string> row, Face face) =>
        new([.. row.Select(text => new TableField([new Run(text, face)], Align.Start))]);
}
