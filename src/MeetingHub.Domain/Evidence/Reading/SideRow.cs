using System.Globalization;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// Rows that official tables have and that are no entries: the numbers of columns below the headers, totals, and remarks such as
/// who filled it in. They are passed over and told, and do not keep the rest from being written as a whole.
/// </summary>
public static class SideRow
{
    private static readonly string[] Totals =
    [
        "разом",
        "усього",
        "всього",
        "підсумок",
        "итого",
        "всего",
        "total",
        "totaux",
        "somme",
        "sum",
    ];

    /// <param name="cells">The row as it stands.</param>
    /// <param name="map">Where the id is expected: what has one, and is not named like a total, is an entry, good or bad.</param>
    public static bool Is(IReadOnlyList<Cell> cells, ColumnMap map)
    {
        var (first, count) = (-1, 0);
        for (var place = 0; place < cells.Count; place++)
        {
            if (string.IsNullOrWhiteSpace(cells[place].Text))
                continue;
            count++;
            if (first < 0)
                first = place;
        }

        if (count == 0)
            return false;
        var text = cells[first].Text.Trim();
        var id = map.PlaceOf(map.Schema.Columns[0].Name);
        return IsTotal(text) && (first == id || IsEmpty(cells, id))
            || count == 1 && IsRemark(first == id, text, map)
            || text.Length == 1 && CountsColumns(cells);
    }

    private static bool IsEmpty(IReadOnlyList<Cell> cells, int? place) =>
        place is not { } at || at >= cells.Count || string.IsNullOrWhiteSpace(cells[at].Text);

    private static bool IsTotal(string text)
    {
        var word = text.Split([' ', ':', '\u00A0'], 2)[0].ToLowerInvariant();
        return Array.Exists(Totals, t => t == word);
    }

    // One cell can be no entry where two columns are required. In the column of ids it must read as a sentence.
    private static bool IsRemark(bool isInIds, string text, ColumnMap map) =>
        map.Schema.Columns.Count(c => c.IsRequired) > 1
        && (!isInIds || text.Contains(": ", StringComparison.Ordinal) || text.Split(' ').Length > 3);

    // 1, 2, 3 … or А, Б, 1, 2 …: the letters name columns that are not numbered.
    private static bool CountsColumns(IReadOnlyList<Cell> cells)
    {
        const int fewest = 3;
        var texts = cells.Select(c => c.Text.Trim()).Where(t => t.Length > 0).ToList();
        var letters = texts.TakeWhile(t => t.Length == 1 && char.IsLetter(t[0])).Count();
        var numbers = texts.Skip(letters).ToList();
        return texts.Count >= fewest && numbers.Count >= 2 && (Counts(numbers, 1) || Counts(numbers, 1 + letters));
    }

    private static bool Counts(List<string> texts, int from) =>
        texts.Index().All(t => t.Item == (t.Index + from).ToString(CultureInfo.InvariantCulture));
}
