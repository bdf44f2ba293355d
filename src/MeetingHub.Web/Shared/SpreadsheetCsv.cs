using CsvHelper;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Shared;

/// <summary>
/// Rows for a spreadsheet. The threat: somebody is called <c>=HYPERLINK(…)</c>, and the other side's secretary opens the file
/// (CWE-1236, OWASP "CSV injection").
/// </summary>
public static class SpreadsheetCsv
{
    // Without the mark Excel reads Cyrillic as a code page of the reader's country. Quoted throughout, no text of one cell can
    // begin another where a spreadsheet expects semicolons.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.Always };

    public static byte[] Write(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
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

    /// <summary>
    /// A leading apostrophe makes a cell text. Characters that nobody sees are taken out first: one of them before the
    /// equals sign would hide it from this check, and some readers drop it again.
    /// </summary>
    internal static string Harmless(string cell) => GuardedText.Guard(PlainCharacters.Of(cell));
}
