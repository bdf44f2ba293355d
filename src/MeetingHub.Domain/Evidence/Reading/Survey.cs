namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// Looks at whole columns before any row is read. A number such as <c>1,234</c> is read as the other numbers of its column are
/// written; where they show nothing, as all others of the file; and where those show nothing or differ, somebody is asked.
/// Coordinates say nothing of the other columns: they are pasted from maps, which write a point everywhere.
/// </summary>
public sealed class Survey(ColumnMap map, CountryBox? box)
{
    private readonly Dictionary<string, ColumnSurvey> columns = map
        .Columns.OfType<Column>()
        .Where(c => c.IsNumeric || c.Kind == ColumnKind.Date)
        .ToDictionary(c => c.Name, c => new ColumnSurvey(c));
    private readonly Dictionary<string, WordSurvey> words = map
        .Columns.OfType<Column>()
        .Where(c => c.Words is not null)
        .ToDictionary(c => c.Name, c => new WordSurvey(c));
    private readonly Sightings swapped = new();

    public void Look(IReadOnlyList<Cell> row)
    {
        // Its cells say nothing of their columns, and nobody should be asked what a house number means as a sector.
        if (RowCells.IsTorn(row, map))
            return;
        for (var place = 0; place < Math.Min(row.Count, map.Columns.Count); place++)
        {
            if (map.Columns[place] is not { } column || row[place] is not { Text.Length: > 0 } cell)
                continue;
            if (words.TryGetValue(column.Name, out var said))
                said.Look(cell.Text);
            else if (cell.Kind == CellKind.Text && columns.TryGetValue(column.Name, out var survey))
                survey.Look(cell.Text);
        }

        if (box is not null && Place(row, "lat") is { } latitude && Place(row, "lon") is { } longitude)
        {
            if (box.IsSwapped(latitude, longitude))
                swapped.Add(FormattableString.Invariant($"{latitude}; {longitude}"));
        }
    }

    public ReadingRules Rules(Answers answers)
    {
        var file = FileMark();
        Dictionary<string, DecimalMark> marks = [];
        Dictionary<string, DateOrder> orders = [];
        HashSet<string> mixed = [];
        foreach (var (name, column) in columns)
        {
            if ((column.MarkIn(file) ?? Said(answers.Marks, name)) is { } mark)
                marks[name] = mark;
            if (column.MixesOrders)
                mixed.Add(name);
            else if (column.IsMonthFirst && Said(answers.Orders, name) is { } order)
                orders[name] = order;
            else if (column.IsMonthFirst)
                mixed.Add(name);
        }

        return new ReadingRules
        {
            Marks = marks,
            Orders = orders,
            MixedOrders = mixed,
            Box = box,
            TurnsPlaces = answers.TurnsPlaces == true,
            Words = answers.Words,
        };
    }

    public IReadOnlyList<ReadingQuestion> Questions(Answers answers)
    {
        var file = FileMark();
        return
        [
            .. columns
                .Where(c => c.Value.Ambiguous.Count > 0 && c.Value.MarkIn(file) is null)
                .Select(c =>
                    Asked(ReadingQuestionKind.DecimalMark, c.Key, c.Value.Ambiguous, answers.Marks.ContainsKey(c.Key))
                ),
            .. columns
                .Where(c => c.Value is { IsMonthFirst: true, MixesOrders: false })
                .Select(c =>
                    Asked(ReadingQuestionKind.DateOrder, c.Key, c.Value.Slashed, answers.Orders.ContainsKey(c.Key))
                ),
            .. swapped.Count == 0
                ? Array.Empty<ReadingQuestion>()
                : [Asked(ReadingQuestionKind.SwappedPlaces, null, swapped, answers.TurnsPlaces is not null)],
        ];
    }

    /// <summary>Words that no column takes, whether somebody has said what they mean or not; column by column, as they come.</summary>
    public IReadOnlyList<UnknownWord> Unknown => [.. words.Values.SelectMany(w => w.Unknown)];

    /// <summary>Columns whose ambiguous numbers were decided by the rest of the file, to be said aloud.</summary>
    public IReadOnlyDictionary<string, DecimalMark> Decided =>
        columns
            .Where(c => c.Value.Ambiguous.Count > 0 && c.Value.MarkIn(FileMark()) is not null)
            .ToDictionary(c => c.Key, c => c.Value.MarkIn(FileMark())!.Value);

    private DecimalMark? FileMark()
    {
        var said = columns.Values.Where(c => !c.IsPlace).SelectMany(c => c.Said).Distinct().ToList();
        return said is [var only] ? only : null;
    }

    private decimal? Place(IReadOnlyList<Cell> row, string name) =>
        map.PlaceOf(name) is { } place
        && place < row.Count
        && NumberText.Read(map.Schema[name], row[place]) is { } number
            ? number.Value(null) ?? ColumnSurvey.Plausible(number, map.Schema[name])
            : null;

    private static T? Said<T>(IReadOnlyDictionary<string, T> answers, string column)
        where T : struct => answers.TryGetValue(column, out var answer) ? answer : null;

    private static ReadingQuestion Asked(ReadingQuestionKind kind, string? column, Sightings seen, bool isAnswered) =>
        new(kind, column, seen.Examples, seen.Count, isAnswered);
}
