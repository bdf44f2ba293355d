using CsvHelper;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// A register as CSV in the communities' own columns: UTF-8, decimal points, ISO dates, and no text that a spreadsheet would
/// run (<see cref="GuardedText"/>). What leaves so can be brought in again.
/// </summary>
internal static class CsvExport
{
    // Without the mark Excel reads Cyrillic as a code page of the reader's country. Quoted throughout, no text of one cell can
    // begin another where a spreadsheet expects semicolons.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.Always };

    public static void Write(Stream file, Register register, IEnumerable<IEntry> entries)
    {
        using var csv = CsvWriter.Create(file, Options, leaveOpen: true);
        csv.WriteRecord([.. RegisterSchema.Of(register).Columns.Select(c => c.Name)]);
        foreach (var entry in entries)
            csv.WriteRecord([.. EntryCells.Of(entry)]);
    }
}
