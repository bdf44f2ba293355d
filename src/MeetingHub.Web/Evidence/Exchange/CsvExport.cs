using System.Globalization;
using CsvHelper;
using MeetingHub.Domain.Evidence;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>A register as CSV in the communities' own columns: UTF-8, decimal points, ISO dates.</summary>
internal static class CsvExport
{
    // Without the mark Excel reads Cyrillic as a code page of the reader's country. Quoted throughout, no text of one cell can
    // begin another where a spreadsheet expects semicolons.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.Always };

    public static void Write(Stream file, Register register, IEnumerable<IEntry> entries)
    {
        var columns = RegisterColumns.Of(register);
        using var csv = CsvWriter.Create(file, Options, leaveOpen: true);
        csv.WriteRecord([.. columns.Select(c => c.Name)]);
        foreach (var entry in entries)
            csv.WriteRecord([.. columns.Select(c => Cell(c.Value(entry)))]);
    }

    /// <summary>Only texts are guarded: a number below zero is no formula.</summary>
    internal static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => SpreadsheetText.Guarded(text),
            LocalDate day => LocalDatePattern.Iso.Format(day),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(value.GetType().Name),
        };
}
