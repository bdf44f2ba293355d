namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>Why a cell cannot be taken as it is.</summary>
public enum CellFaultKind
{
    /// <summary>The row cannot stand without it.</summary>
    Required,
    TooLong,

    /// <summary>Letters were lost: the file was read, or written before, in a wrong encoding.</summary>
    BrokenLetters,

    /// <summary>The spreadsheet itself says that its formula failed.</summary>
    FormulaError,

    /// <summary>None of the words that the column takes; the hint lists them.</summary>
    UnknownWord,
    NotNumber,

    /// <summary>One thousand two hundred, or one and two tenths: the column must say how it writes numbers.</summary>
    AmbiguousNumber,
    Negative,
    TooLarge,
    NotWhole,
    NotPercent,
    NotDate,

    /// <summary>The column mixes day/month and month/day.</summary>
    DateOrder,
    DatesReversed,
    CurrencyMissing,
    NotKatotth,
    NotAddress,
    NotLatitude,
    NotLongitude,
    PlaceHalf,
    PlaceSwapped,
    PlaceOutside,

    /// <summary>Another line has the same id; the hint is that line.</summary>
    DuplicateId,

    /// <summary>More cells than the table has columns: a separator or quote is missing before.</summary>
    TooManyCells,

    /// <summary>A program names a column that the register does not have: a guard that is misspelt would be none.</summary>
    UnknownColumn,

    /// <summary>A quoted cell that does not end, or text after its end.</summary>
    BrokenQuotes,
}

/// <summary>What is wrong with one cell. <paramref name="Column"/> is the schema's name; <paramref name="Value"/> is shortened.</summary>
public sealed record CellFault(string Column, CellFaultKind Kind, string Value, string? Hint = null)
{
    private const int Longest = 80;

    public static CellFault Of(Column column, CellFaultKind kind, string value, string? hint = null) =>
        new(column.Name, kind, Shortened(value), hint);

    public static string Shortened(string value) => value.Length <= Longest ? value : value[..Longest] + "…";
}
