namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Reads the parameters of one line up to the colon before its value. Three things that are written and not in the
/// grammar are understood: a quote that is never closed is a character; Exchange's <c>TZID=(UTC+02:00) Kyiv</c> without
/// quotes has a colon in its brackets; and a parameter may stand without a value.
/// </summary>
internal ref struct ParameterScanner(ReadOnlySpan<char> text)
{
    private const int LongestOffset = 16;

    private ReadOnlySpan<char> rest = text;

    public readonly ReadOnlySpan<char> Rest => rest;

    /// <summary>Null when no value follows.</summary>
    public Dictionary<string, string>? Read()
    {
        var parameters = new Dictionary<string, string>();
        while (true)
        {
            var nameEnd = rest.IndexOfAny('=', ';', ':');
            if (nameEnd < 0)
                return null;

            var (name, mark) = (rest[..nameEnd].Trim().ToString().ToUpperInvariant(), rest[nameEnd]);
            rest = rest[(nameEnd + 1)..];
            if (mark == '=')
            {
                var length = ValueLength();
                if (length < 0)
                    return null;

                parameters.TryAdd(name, Plain(rest[..length]));
                mark = rest[length];
                rest = rest[(length + 1)..];
            }

            if (mark == ':')
                return parameters;
        }
    }

    private readonly int ValueLength()
    {
        // Whether a quote is ever closed is asked once for each quote opened, so the work stays linear.
        var from = 0;
        while (from < rest.Length && rest[from] is ' ' or '"' or ',')
        {
            var close = rest[from] == '"' ? rest[(from + 1)..].IndexOf('"') : 0;
            if (close < 0)
                break;
            from += rest[from] == '"' ? close + 2 : 1;
        }

        // Looked for in a short stretch only: a line of nothing but open brackets must not be searched for each of them.
        if (from == 0 && rest.StartsWith("("))
            from = Math.Max(0, rest[..Math.Min(rest.Length, LongestOffset)].IndexOf(')'));

        var end = rest[Math.Min(from, rest.Length)..].IndexOfAny(';', ':');
        return end < 0 ? -1 : from + end;
    }

    // RFC 6868: a caret writes what may not stand in a parameter.
    private static string Plain(ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        var bare =
            trimmed.Length > 1 && trimmed[0] == '"' && trimmed[1..].IndexOf('"') == trimmed.Length - 2
                ? trimmed[1..^1]
                : trimmed;
        return bare.ToString()
            .Replace("^^", "\0", StringComparison.Ordinal)
            .Replace("^n", "\n", StringComparison.Ordinal)
            .Replace("^'", "\"", StringComparison.Ordinal)
            .Replace("\0", "^", StringComparison.Ordinal);
    }
}
