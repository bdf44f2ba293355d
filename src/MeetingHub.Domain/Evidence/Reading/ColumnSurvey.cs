namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>What the cells of one column say of how it is written.</summary>
internal sealed class ColumnSurvey(Column column)
{
    private readonly HashSet<DecimalMark> said = [];
    private readonly HashSet<DateOrder> orders = [];

    public Sightings Ambiguous { get; } = new();
    public Sightings Slashed { get; } = new();
    public IReadOnlyCollection<DecimalMark> Said => said;
    public bool IsPlace => column.Kind is ColumnKind.Latitude or ColumnKind.Longitude;

    /// <summary>The one mark that the column shows; where it shows none, the file's; where it shows both, neither.</summary>
    public DecimalMark? MarkIn(DecimalMark? file) =>
        said.Count == 0 ? file
        : said.Count == 1 ? said.First()
        : null;

    public bool IsMonthFirst => orders.Contains(DateOrder.MonthFirst);
    public bool MixesOrders => orders.Count > 1;

    public void Look(string text)
    {
        if (column.Kind == ColumnKind.Date)
            LookAtDate(text);
        else if (column.Kind != ColumnKind.Count && NumberText.Read(column, text) is { } number)
            LookAtNumber(number, text);
    }

    /// <summary>The only reading that fits the column: a latitude of 49 thousand does not.</summary>
    public static decimal? Plausible(NumberText number, Column column)
    {
        var (point, comma) = (number.Under(DecimalMark.Point), number.Under(DecimalMark.Comma));
        return (Fits(point), Fits(comma)) switch
        {
            (true, false) => point,
            (false, true) => comma,
            _ => null,
        };

        bool Fits(decimal value) => Math.Abs(value) <= column.Most;
    }

    private void LookAtNumber(NumberText number, string text)
    {
        if (number.Says is { } mark)
            said.Add(mark);
        else if (number.IsAmbiguous && Plausible(number, column) is null)
            Ambiguous.Add(text);
        else if (number.IsAmbiguous)
            said.Add(
                Plausible(number, column) == number.Under(DecimalMark.Point) ? DecimalMark.Point : DecimalMark.Comma
            );
    }

    private void LookAtDate(string text)
    {
        if (!text.Contains('/') || DateText.Read(text) is not { IsSlashed: true } date)
            return;
        Slashed.Add(text);
        if (date.Says is { } order)
            orders.Add(order);
    }
}

/// <summary>A few cells to show, and how many there are.</summary>
internal sealed class Sightings
{
    private const int Shown = 3;
    private readonly List<string> examples = [];

    public int Count { get; private set; }
    public IReadOnlyList<string> Examples => examples;

    public void Add(string text)
    {
        Count++;
        if (examples.Count < Shown && !examples.Contains(text))
            examples.Add(CellFault.Shortened(text));
    }
}
