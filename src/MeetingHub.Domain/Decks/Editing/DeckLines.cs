using System.Buffers;

namespace MeetingHub.Domain.Decks.Editing;

/// <summary>
/// A deck's text by lines that remember their own ends, so that what is not edited keeps every byte. Lines end where
/// <see cref="DeckText"/> sees them end.
/// </summary>
internal sealed class DeckLines
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    private readonly string text;

    /// <summary>Where each line begins, and after the last of them the end of the text.</summary>
    private readonly List<int> starts = [0];

    public DeckLines(string text)
    {
        this.text = text;
        for (var at = 0; ; )
        {
            var next = text.AsSpan(at).IndexOfAny(Breaks);
            if (next < 0)
                break;
            at += next;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        starts.Add(text.Length);
        NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    public string NewLine { get; }

    public int Count => starts.Count - 1;

    /// <summary>From 0.</summary>
    public bool IsBlank(int line) => string.IsNullOrWhiteSpace(text[starts[line]..starts[line + 1]]);

    public string Slice(int line, int count) => text[starts[line]..starts[line + count]];

    /// <summary>These lines instead of <paramref name="count"/> from <paramref name="line"/> on; with none to replace they are put before it.</summary>
    public string Replace(int line, int count, IReadOnlyList<string> lines)
    {
        var (before, after) = (text[..starts[line]], text[starts[line + count]..]);
        if (lines.Count == 0)
            return before + after;
        var begun = before.Length > 0 && !Breaks.Contains(before[^1]) ? before + NewLine : before;
        var isLast = after.Length == 0 && !EndsWithBreak(text);
        return begun + string.Join(NewLine, lines) + (isLast ? "" : NewLine) + after;
    }

    private static bool EndsWithBreak(string text) => text.Length > 0 && Breaks.Contains(text[^1]);
}
