namespace MeetingHub.Domain.Decks;

/// <summary>A run of three or more backticks or tildes in column 0: nothing inside it is structure (CommonMark 4.5).</summary>
internal sealed record CodeFence(char Mark, int Length, int Line)
{
    public static CodeFence? OpenedBy(string line, int number)
    {
        if (line.Length < 3 || line[0] is not ('`' or '~'))
            return null;
        var length = RunOf(line, line[0]);
        var isInlineCode = line[0] == '`' && line.IndexOf('`', length) >= 0;
        return length < 3 || isInlineCode ? null : new(line[0], length, number);
    }

    public bool IsClosedBy(string line)
    {
        var length = RunOf(line, Mark);
        return length >= Length && string.IsNullOrWhiteSpace(line[length..]);
    }

    private static int RunOf(string line, char mark) => line.Length - line.TrimStart(mark).Length;
}
