namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>How the cells of a column are read.</summary>
public enum ColumnKind
{
    Id,
    Line,
    Paragraph,
    Word,
    Currency,
    Katotth,
    Address,
    Date,
    Amount,
    Quantity,
    Count,
    Percent,
    Latitude,
    Longitude,
    Ids,
}

/// <summary>
/// A column of a register's file. <paramref name="Name"/> is the header that the schema gives it; <paramref name="Headers"/> are
/// others by which people call it, in Ukrainian, French and English.
/// </summary>
/// <param name="Words">What a column of the kind <see cref="ColumnKind.Word"/> takes.</param>
public sealed record Column(
    string Name,
    ColumnKind Kind,
    IReadOnlyList<string> Headers,
    bool IsRequired = false,
    IWords? Words = null
)
{
    /// <summary>The most characters that a cell may have.</summary>
    public int Longest =>
        Kind switch
        {
            ColumnKind.Id => 100,
            ColumnKind.Paragraph => 4000,
            ColumnKind.Address => 2000,
            ColumnKind.Ids => 4000,
            _ => 300,
        };

    public bool IsNumeric =>
        Kind
            is ColumnKind.Amount
                or ColumnKind.Quantity
                or ColumnKind.Count
                or ColumnKind.Percent
                or ColumnKind.Latitude
                or ColumnKind.Longitude;

    /// <summary>The largest number that makes sense; the least is zero but for places.</summary>
    public decimal Most =>
        Kind switch
        {
            ColumnKind.Percent => 100,
            ColumnKind.Latitude => 90,
            ColumnKind.Longitude => 180,
            ColumnKind.Count => 100_000_000,
            _ => 1_000_000_000_000_000,
        };
}
