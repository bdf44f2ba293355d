namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// A text as it may stand in a CSV cell. A spreadsheet takes a cell that begins so for a formula and may run it when a
/// partner opens the file (CWE-1236, OWASP "CSV injection"): an apostrophe before it makes it text. Reading takes one
/// apostrophe off again, so that what was exported comes back as it was.
/// </summary>
public static class SpreadsheetText
{
    public static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    public static string Original(string cell) => cell is ['\'', .. var rest] && IsFormula(rest) ? rest : cell;

    // A text that begins with apostrophes and then so is guarded as well: else reading would take off one that is its own.
    private static bool IsFormula(string text) =>
        text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
