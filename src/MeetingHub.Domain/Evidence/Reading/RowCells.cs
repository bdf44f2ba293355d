using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>One row, asked column by column. What cannot be taken is noted in <see cref="Faults"/> and answered with nothing.</summary>
internal sealed class RowCells(ColumnMap map, ReadingRules rules)
{
    private readonly Dictionary<string, Column> columns = map.Schema.Columns.ToDictionary(c => c.Name);
    private readonly string? currency = map.Currency;
    private IReadOnlyList<Cell> row = [];

    public List<CellFault> Faults { get; private set; } = [];

    public ReadingRules Rules => rules;

    public void Take(IReadOnlyList<Cell> cells)
    {
        (row, Faults) = (cells, []);
        if (IsTorn(cells, map))
            Faults.Add(new("", CellFaultKind.TooManyCells, CellFault.Shortened(cells[map.Columns.Count].Text)));
    }

    /// <summary>More cells than columns: a separator within a text has pushed what follows out of its place.</summary>
    public static bool IsTorn(IReadOnlyList<Cell> cells, ColumnMap map) =>
        cells.Count > map.Columns.Count && cells.Skip(map.Columns.Count).Any(c => c.Text.Trim().Length > 0);

    public string? Text(string name) => Text(columns[name]);

    public LocalText Local(string name)
    {
        List<KeyValuePair<string, string>> texts = [];
        foreach (var language in Language.All)
        {
            if (Text($"{name}_{language}") is { } text)
                texts.Add(new(language, text));
        }

        return texts.Count == 0 ? LocalText.Empty : LocalText.Of(texts);
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        var column = columns[name];
        if (Value(column) is not { } text)
            return null;
        if (((Words<T>)column.Words!).TryRead(text, out var value))
            return value;
        if (OwnWords.Find(rules.Words, column, text) is T own)
            return own;
        Fault(column, CellFaultKind.UnknownWord, text, string.Join(", ", column.Words!.Values.Select(v => Code.Of(v))));
        return null;
    }

    public LocalDate? Date(string name)
    {
        var column = columns[name];
        if (Value(column) is not { } text)
            return null;
        var date = DateText.Read(text);
        var order = rules.Orders.GetValueOrDefault(name);
        if (
            date is { IsSlashed: true }
            && (rules.MixedOrders.Contains(name) || date.Says == DateOrder.MonthFirst && order != DateOrder.MonthFirst)
        )
        {
            Fault(column, CellFaultKind.DateOrder, text);
            return null;
        }

        return date?.Value(order) ?? Refuse<LocalDate>(column, CellFaultKind.NotDate, text);
    }

    public decimal? Number(string name)
    {
        var column = columns[name];
        if (Value(column) is not { } written)
            return null;
        var text = column.Kind == ColumnKind.Amount ? WithoutCurrency(written) : written;
        if (NumberText.Read(column, row[map.PlaceOf(name)!.Value] with { Text = text }) is not { } number)
            return Refuse<decimal>(column, CellFaultKind.NotNumber, text);
        if (ReadAs(column, number) is not { } value)
            return Refuse<decimal>(column, CellFaultKind.AmbiguousNumber, text);
        value *= map.ScaleOf(name);
        return CellText.FaultOf(column, value) is { } fault ? Refuse<decimal>(column, fault, text) : value;
    }

    public int? Count(string name) => (int?)Number(name);

    public string? Currency(string name)
    {
        if (currency is not null)
            return currency;
        var column = columns[name];
        return Value(column) is not { } text ? null
            : Currencies.Read(text) is { } code ? code
            : Refuse(column, CellFaultKind.UnknownWord, text, "UAH, EUR, USD (ISO 4217)");
    }

    public bool IsEmpty(string name) =>
        map.PlaceOf(name) is not { } place || place >= row.Count || CellText.IsNothing(row[place].Text);

    public string Raw(string name) => map.PlaceOf(name) is { } place && place < row.Count ? row[place].Text.Trim() : "";

    public void Fault(string name, CellFaultKind kind, string? hint = null) =>
        Fault(columns[name], kind, Raw(name), hint);

    private string? Text(Column column)
    {
        if (Cleaned(column) is not { Length: > 0 } text)
        {
            Miss(column);
            return null;
        }

        if (text.Length > column.Longest)
            return Refuse(column, CellFaultKind.TooLong, text, $"{column.Longest}");
        if (text.Contains('\uFFFD'))
            return Refuse(column, CellFaultKind.BrokenLetters, text);
        if (CellText.IsFormulaError(text))
            return Refuse(column, CellFaultKind.FormulaError, text);
        return column.Kind switch
        {
            ColumnKind.Katotth or ColumnKind.Address when CellText.IsNothing(text) => null,
            ColumnKind.Katotth when !CellText.IsKatotth(text) => Refuse(column, CellFaultKind.NotKatotth, text),
            ColumnKind.Address when !CellText.IsAddress(text) => Refuse(column, CellFaultKind.NotAddress, text),
            _ => text,
        };
    }

    /// <summary>A cell that is no free text: a dash in it means nothing, as people write it.</summary>
    private string? Value(Column column)
    {
        var text = Raw(column.Name);
        if (CellText.IsNothing(text))
        {
            Miss(column);
            return null;
        }

        if (CellText.IsFormulaError(text))
            return Refuse(column, CellFaultKind.FormulaError, text);
        return text.Length > column.Longest
            ? Refuse(column, CellFaultKind.TooLong, text, $"{column.Longest}")
            : GuardedText.Bare(text);
    }

    private string? Cleaned(Column column)
    {
        if (map.PlaceOf(column.Name) is not { } place || place >= row.Count)
            return null;
        var text = row[place].Text;
        // Most cells hold nothing to clean.
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            text = PlainCharacters.Of(text).Normalize();
        text = GuardedText.Bare(text.Trim()).Trim();
        return column.Kind == ColumnKind.Paragraph ? text : text.Replace('\n', ' ').Replace('\t', ' ');
    }

    /// <summary>"1 200 грн" where the row is in hryvnias anyway; beside another currency it would be another amount.</summary>
    private string WithoutCurrency(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var word = end == text.Length ? "" : text[end..].Trim();
        return
            word.Length > 0
            && Currencies.Read(word) is { } code
            && code == (currency ?? Currencies.Read(Raw("currency")))
            ? text[..end]
            : text;
    }

    private void Miss(Column column)
    {
        if (column.IsRequired)
            Faults.Add(CellFault.Of(column, CellFaultKind.Required, ""));
    }

    private decimal? ReadAs(Column column, NumberText number)
    {
        if (!number.IsAmbiguous)
            return number.Value(null);
        if (column.Kind == ColumnKind.Count)
            return Math.Max(number.Under(DecimalMark.Point), number.Under(DecimalMark.Comma));
        return ColumnSurvey.Plausible(number, column)
            ?? number.Value(rules.Marks.TryGetValue(column.Name, out var mark) ? mark : null);
    }

    private void Fault(Column column, CellFaultKind kind, string value, string? hint = null) =>
        Faults.Add(CellFault.Of(column, kind, value, hint));

    private string? Refuse(Column column, CellFaultKind kind, string value, string? hint = null)
    {
        Fault(column, kind, value, hint);
        return null;
    }

    private T? Refuse<T>(Column column, CellFaultKind kind, string value)
        where T : struct
    {
        Fault(column, kind, value);
        return null;
    }
}
