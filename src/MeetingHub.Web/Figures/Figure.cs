using MeetingHub.Domain.Decks;
using MeetingHub.Web.Shared.Imaging;

namespace MeetingHub.Web.Figures;

/// <summary>
/// A view of the registers, ready to be shown in one language: a drawing, the same figures as a table, and where they come
/// from. Nothing in it is markup; whoever writes it out escapes it.
/// </summary>
/// <param name="Title">What the figure tells of.</param>
/// <param name="Sketch">Null where the table or the pictures are the figure.</param>
/// <param name="Table">Every figure of the drawing in full; shown to all when there is no drawing, to screen readers else.</param>
/// <param name="Summary">One sentence that stands in for the drawing.</param>
/// <param name="Origin">Source, as-of date and method in words.</param>
/// <param name="Facts">The same figures without language, so that what has changed since can be told.</param>
public sealed record Figure(
    string Title,
    Sketch? Sketch,
    FigureTable Table,
    string Summary,
    FigureOrigin Origin,
    IReadOnlyList<FigureFact> Facts
)
{
    public IReadOnlyList<FigurePicture> Pictures { get; init; } = [];

    /// <summary>Drawings that stand beside the first: side by side on a wide slide, one below the other on a phone.</summary>
    public IReadOnlyList<Sketch> Beside { get; init; } = [];

    public IEnumerable<Sketch> Sketches => Sketch is null ? [] : [Sketch, .. Beside];

    /// <summary>The rows that can be told one by one from it, as <c>damages/IZ-1</c>: what would be seen if one of them were
    /// guarded later.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>The id of the one row that it shows though its block names none: when rows change it may be another.</summary>
    public string? Picked { get; init; }
}

/// <summary>Texts of cells; the first column names the row. A row may be shorter than the header.</summary>
public sealed record FigureTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

public sealed record FigureOrigin(string Source, string AsOf, string Method);

/// <summary>A picture under a figure; <paramref name="Forms"/> are in the file store, the widest, of this size, last.</summary>
public sealed record FigurePicture(IReadOnlyList<StoredWidth> Forms, int Width, int Height, string Alt, string Caption);

/// <summary>
/// One number: the key says which, in words that no language changes, and the label in the reader's; the unit is a currency's
/// code, "date" for a day written as 20230115, or empty.
/// </summary>
public sealed record FigureFact(string Key, decimal Value, string Unit, string Label);

/// <summary>A figure, or what its author must mend.</summary>
public sealed record FigureReading(Figure? Figure, DeckProblem? Problem);
