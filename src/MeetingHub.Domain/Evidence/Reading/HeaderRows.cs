namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// Where a table's headers stand: <paramref name="First"/> is their row, counted from 0 among the rows that are not empty,
/// <paramref name="Count"/> is 2 where groups stand above their columns. What is above them is a title.
/// </summary>
public sealed record HeaderRows(int First, int Count)
{
    private const string Below = ": ";

    /// <summary>How many rows are looked at, and may be chosen.</summary>
    public const int Looked = 12;

    /// <summary>
    /// The row with the most headers that the register knows, if that is two at least; else the first that is half as full as the
    /// fullest, because a title fills one cell.
    /// </summary>
    public static HeaderRows In(RegisterSchema schema, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var looked = rows.Take(Looked).ToList();
        if (looked.Count == 0)
            return new(0, 1);
        var known = looked.ConvertAll(row => ColumnMap.Of(schema, Headers(row)).Columns.Count(c => c is not null));
        var full = looked.ConvertAll(row => row.Count(IsFilled));
        var best = known.Max();
        var first = best >= 2 ? known.IndexOf(best) : full.FindIndex(f => f * 2 >= full.Max());
        // The lower row of two is the one that names the columns of a group.
        return first > 0 && IsPair(looked[first - 1], looked[first]) ? new(first - 1, 2) : At(first, looked);
    }

    /// <summary>The same when somebody has said where they begin.</summary>
    public static HeaderRows At(int first, IReadOnlyList<IReadOnlyList<Cell>> rows) =>
        new(first, first + 1 < rows.Count && IsPair(rows[first], rows[first + 1]) ? 2 : 1);

    /// <summary>What the columns are called: a group's name stands before those of its columns.</summary>
    public IReadOnlyList<string> Names(IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var upper = Headers(rows[First]);
        if (Count == 1)
            return upper;
        var lower = Headers(rows[First + 1]);
        List<string> names = [];
        var group = "";
        for (var place = 0; place < Math.Max(upper.Count, lower.Count); place++)
        {
            var (above, below) = (At(upper, place), At(lower, place));
            // A cell merged downwards is no group; a group reaches to the next name.
            group =
                above.Length > 0 ? above
                : below.Length > 0 ? group
                : "";
            names.Add(
                below.Length == 0 ? above
                : group.Length == 0 ? below
                : group + Below + below
            );
        }

        return names;
    }

    /// <summary>The column's own name in a header that begins with its group's; the whole where there is none.</summary>
    public static string LowerOf(string header) =>
        header.LastIndexOf(Below, StringComparison.Ordinal) is > 0 and var at ? header[(at + Below.Length)..] : header;

    // Two rows of headers: the lower is empty where the upper names a column alone, and fills gaps that the upper leaves.
    private static bool IsPair(IReadOnlyList<Cell> upper, IReadOnlyList<Cell> lower)
    {
        if (upper.Count == 0 || lower.Count == 0 || !IsFilled(upper[0]) || IsFilled(lower[0]))
            return false;
        var below = lower.Where(IsFilled).ToList();
        var fillsGap = lower
            .Index()
            .Any(c => IsFilled(c.Item) && (c.Index >= upper.Count || !IsFilled(upper[c.Index])));
        return fillsGap
            && upper.Count(IsFilled) > 1
            && below.TrueForAll(c => c.Kind == CellKind.Text && NumberText.Read(c.Text) is null);
    }

    private static List<string> Headers(IReadOnlyList<Cell> row) =>
        [.. row.Select(c => c.Text.Trim().ReplaceLineEndings(" "))];

    private static bool IsFilled(Cell cell) => !string.IsNullOrWhiteSpace(cell.Text);

    private static string At(List<string> row, int place) => place < row.Count ? row[place] : "";
}
