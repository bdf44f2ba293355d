using System.Text;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes iCalendar content lines (RFC 5545 section 3.1): escaped, folded at 75 octets, ended by CRLF.
/// Ical.Net is left to reading: in what it writes a name can forge a property, VTIMEZONE follows the event and is wrong
/// for some zones, and the URI of CONFERENCE is escaped as text. What it would still do for us is this.
/// </summary>
public sealed class IcsWriter
{
    private const int OctetsInLine = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly StringBuilder text = new();

    public void Begin(string component) => Value("BEGIN", component);

    public void End(string component) => Value("END", component);

    /// <summary>A property of type TEXT; line breaks in it survive as <c>\n</c>.</summary>
    public void Text(string name, string value, params ReadOnlySpan<IcsParameter> parameters) =>
        Value(name, Escape(SafeText.Lines(value)), parameters);

    /// <summary>A property of type URI.</summary>
    public void Link(string name, Uri link, params ReadOnlySpan<IcsParameter> parameters) =>
        Value(name, IcsLink.Of(link), parameters);

    /// <summary>A date and time in UTC, to the second.</summary>
    public void At(string name, Instant instant) => Value(name, Utc.Format(instant));

    /// <summary>A value already in its final form. Control characters here are a bug, so they throw.</summary>
    public void Value(string name, string value, params ReadOnlySpan<IcsParameter> parameters)
    {
        var line = new StringBuilder(name);
        foreach (var parameter in parameters)
            line.Append(';').Append(parameter.Name).Append('=').Append(parameter.Written);

        Fold(line.Append(':').Append(value).ToString());
    }

    public override string ToString() => text.ToString();

    private static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545 counts octets, not characters, and a fold inside a character breaks readers that decode line by line.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value != '\t')
                throw new ArgumentException("A control character would end or forge a calendar line.", nameof(line));

            if (octets + rune.Utf8SequenceLength > OctetsInLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
