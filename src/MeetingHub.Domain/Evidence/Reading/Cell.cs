namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>What a file says that a cell is. CSV knows text alone; a spreadsheet tells numbers and dates apart.</summary>
public enum CellKind
{
    Text,

    /// <summary>Written with a point and without thousands marks, whatever the reader's country.</summary>
    Number,

    /// <summary>Written as ISO 8601.</summary>
    Date,
}

/// <summary>One cell of a table as its file writes it.</summary>
public readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    public static readonly Cell Empty = new("");

    public static implicit operator Cell(string text) => new(text);

    public static Cell FromString(string text) => new(text);
}
