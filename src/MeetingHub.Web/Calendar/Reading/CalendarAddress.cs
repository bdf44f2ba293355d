using System.Globalization;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// The mail address of an ATTENDEE or ORGANIZER. It is compared with addresses of invited people, so it is one plain
/// address in one spelling, or none: whatever else could be taken for somebody.
/// </summary>
internal static class CalendarAddress
{
    // RFC 5321 section 4.5.3.1.
    private const int Longest = 254;

    private const string Scheme = "mailto:";

    /// <summary>
    /// In lower case; the domain in letters, not in its ASCII form. Apple and some directories write a principal's path or a
    /// urn and put the address into EMAIL.
    /// </summary>
    public static string? Of(ContentLine? line) =>
        line is null ? null : FromUri(line.Value) ?? FromUri(line.Parameter("EMAIL"));

    public static string? FromUri(string? written)
    {
        var text = written?.Trim() ?? "";
        if (text.Length > 3 * Longest)
            return null;

        var hasScheme = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        if (hasScheme)
            text = Uri.UnescapeDataString(text[Scheme.Length..].Split('?')[0]);

        text = text.Trim(' ', '<', '>');
        return IsPlain(text) ? Spelt(text) : null;
    }

    private static bool IsPlain(string text) =>
        text.Length is > 2 and <= Longest
        && text.IndexOf('@') is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(c =>
            char.IsControl(c)
            || char.IsWhiteSpace(c)
            || char.IsSurrogate(c)
            || c is ',' or ';' or ':' or '"' or '<' or '>' or '/' or '\\'
        );

    private static string Spelt(string address)
    {
        var lower = address.ToLowerInvariant();
        var at = lower.IndexOf('@');
        return lower.Contains("xn--", StringComparison.Ordinal)
            ? lower[..(at + 1)] + InLetters(lower[(at + 1)..])
            : lower;
    }

    private static string InLetters(string domain)
    {
        try
        {
            return new IdnMapping().GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
