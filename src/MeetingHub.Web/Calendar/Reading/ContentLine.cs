using System.Text;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>One unfolded line, <c>NAME;PARAMETER=value:value</c> (RFC 5545 section 3.1).</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">Names in capitals; the first of a name counts.</param>
/// <param name="Value">As it stands, still escaped.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    private static readonly Dictionary<string, string> None = [];

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>A value of type TEXT without its escapes.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Value.Length);
            for (var i = 0; i < Value.Length; i++)
            {
                var isEscape = Value[i] == '\\' && i + 1 < Value.Length;
                if (isEscape)
                    i++;
                text.Append(isEscape && Value[i] is 'n' or 'N' ? '\n' : Value[i]);
            }

            return text.ToString();
        }
    }

    /// <summary>Null for what is no content line: an empty one, prose, the rest of a text that was folded wrongly.</summary>
    public static ContentLine? Parse(ReadOnlySpan<char> line)
    {
        var nameEnd = line.IndexOfAny(';', ':');
        if (nameEnd <= 0)
            return null;

        var name = line[..nameEnd].Trim().ToString().ToUpperInvariant();
        if (line[nameEnd] == ':')
            return new ContentLine(name, None, line[(nameEnd + 1)..].ToString());

        var scanner = new ParameterScanner(line[(nameEnd + 1)..]);
        return scanner.Read() is { } parameters ? new ContentLine(name, parameters, scanner.Rest.ToString()) : null;
    }
}
