namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The words of one column that it does not take.</summary>
internal sealed class WordSurvey(Column column)
{
    /// <summary>A column with more is most likely another one.</summary>
    private const int Most = 60;
    private const int MostKnown = 1000;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, int Rows)> unknown = new(StringComparer.Ordinal);

    public IEnumerable<UnknownWord> Unknown =>
        unknown.Select(u => new UnknownWord(column.Name, u.Key, u.Value.Text, u.Value.Rows));

    public void Look(string cell)
    {
        if (known.Contains(cell))
            return;
        var text = GuardedText.Bare(cell.Trim());
        if (CellText.IsNothing(text) || CellText.IsFormulaError(text) || column.Words!.Find(text) is not null)
        {
            if (known.Count < MostKnown)
                known.Add(cell);
            return;
        }

        if (text.Length > column.Longest)
            return;
        var key = OwnWords.KeyOf(column, text);
        if (unknown.TryGetValue(key, out var seen))
            unknown[key] = seen with { Rows = seen.Rows + 1 };
        else if (unknown.Count < Most)
            unknown[key] = (CellFault.Shortened(text), 1);
    }
}
