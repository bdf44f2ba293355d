namespace MeetingHub.Domain;

/// <summary>
/// Text that a spreadsheet would take for a formula (CWE-1236) leaves with an apostrophe before it, and comes back without. Text
/// that begins so by itself gets one more, so that what comes back is what left.
/// </summary>
public static class GuardedText
{
    public static string Guard(string text) => IsFormula(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    public static string Bare(string text) =>
        text is ['\'', ..] && IsFormula(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
