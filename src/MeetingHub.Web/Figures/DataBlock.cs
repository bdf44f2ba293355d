namespace MeetingHub.Web.Figures;

/// <summary>
/// A fenced block of a slide that names a view of the registers:
/// <code>
/// ```data damage-by-sector
/// sectors: housing, health
/// ```
/// </code>
/// One option a line, name and value; names are lower-case. The line counts from 1 in the deck's file.
/// </summary>
public sealed record DataBlock(string View, IReadOnlyDictionary<string, string> Options, int Line)
{
    /// <summary>The same for blocks that ask for the same, wherever they stand.</summary>
    public string Key =>
        $"{View}\n{string.Join('\n', Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}:{o.Value}"))}";

    private const int MostOptions = 20;
    private const int LongestValue = 500;

    /// <summary>The block, or null when a line is no option or stands there twice.</summary>
    public static DataBlock? Read(string view, string body, int line)
    {
        Dictionary<string, string> options = [];
        foreach (var text in body.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || text.Length > LongestValue || options.Count == MostOptions)
                return null;
            if (!options.TryAdd(text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim()))
                return null;
        }

        return new(view.Trim(), options, line);
    }

    public string? this[string option] => Options.GetValueOrDefault(option);
}
