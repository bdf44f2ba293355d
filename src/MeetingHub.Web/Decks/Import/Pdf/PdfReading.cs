namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>What came of a document in the process that opened it: its pages, or the code of what is wrong with it.</summary>
public sealed record PdfReading(string? Problem, IReadOnlyList<PdfPage> Pages, IReadOnlyList<string> LeftOut);

/// <summary>A page's size in points, upright as it is shown, and what it says as Markdown.</summary>
public sealed record PdfPage(int Width, int Height, string Text);
