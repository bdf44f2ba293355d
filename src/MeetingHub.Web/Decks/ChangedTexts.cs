using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks;

/// <summary>
/// Compares two tables text by text. A row is known by its first text, rows of the same name by their order; a row that came or
/// went is told as a whole. Where there is one column beside the names, it needs no name of its own.
/// </summary>
internal static class ChangedTexts
{
    public static IReadOnlyList<ChangedText> Between(FigureTable then, FigureTable now)
    {
        var (before, after) = (ByName(then), ByName(now));
        return
        [
            .. after
                .Keys.Union(before.Keys)
                .SelectMany(name =>
                    OfRow(name.Name, before.GetValueOrDefault(name), after.GetValueOrDefault(name), now.Header)
                ),
        ];
    }

    private static IEnumerable<ChangedText> OfRow(
        string name,
        IReadOnlyList<string>? then,
        IReadOnlyList<string>? now,
        IReadOnlyList<string> header
    ) =>
        then is null || now is null
            ? [new(name, "", Whole(then), Whole(now))]
            : Enumerable
                .Range(1, Math.Max(0, Math.Max(then.Count, now.Count) - 1))
                .Select(i => new ChangedText(name, header.Count > 2 ? At(header, i) : "", At(then, i), At(now, i)))
                .Where(c => c.Then != c.Now);

    private static string? Whole(IReadOnlyList<string>? row) =>
        row is null ? null : string.Join(" · ", row.Skip(1).Where(text => text.Length > 0));

    private static string At(IReadOnlyList<string> texts, int i) => i < texts.Count ? texts[i] : "";

    private static Dictionary<(string Name, int Nth), IReadOnlyList<string>> ByName(FigureTable table) =>
        table
            .Rows.GroupBy(row => row[0])
            .SelectMany(g => g.Select((row, i) => (Name: (g.Key, i), row)))
            .ToDictionary(r => r.Name, r => r.row);
}
