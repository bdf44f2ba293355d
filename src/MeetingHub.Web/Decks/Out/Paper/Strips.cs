using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// A strip of a column that no page end divides: a line, a row of a table, a picture. It stays on one page with the next one
/// where <paramref name="KeepsWithNext"/> says so; <paramref name="Head"/> is repeated above it on a new page.
/// </summary>
internal sealed record Strip(
    float Height,
    IReadOnlyList<Mark> Marks,
    bool KeepsWithNext = false,
    IReadOnlyList<Strip>? Head = null,
    bool IsGap = false
)
{
    public static Strip Gap(float height, bool keepsWithNext = false) => new(height, [], keepsWithNext, IsGap: true);

    public Strip Moved(float x) => x == 0 ? this : this with { Marks = [.. Marks.Select(m => m.Moved(x, 0))] };
}

/// <summary>What is printed, in points from the corner of its strip, later of its page.</summary>
internal abstract record Mark(float X, float Y)
{
    public Mark Moved(float x, float y) => this with { X = X + x, Y = Y + y };
}

/// <param name="Y">The line that letters stand on.</param>
internal sealed record WordsMark(
    float X,
    float Y,
    string Text,
    Face Face,
    float Size,
    Tone Tone,
    float Width,
    string? Link
) : Mark(X, Y);

internal sealed record BoxMark(float X, float Y, float Width, float Height, Tone Tone) : Mark(X, Y);

internal sealed record PictureMark(float X, float Y, float Width, float Height, string File) : Mark(X, Y);

internal sealed record SketchMark(float X, float Y, float Width, float Height, Sketch Sketch) : Mark(X, Y);

/// <summary>A place that contents lead to.</summary>
internal sealed record PlaceMark(float X, float Y, string Name) : Mark(X, Y);

/// <summary>A rectangle that leads to a place.</summary>
internal sealed record LeadMark(float X, float Y, float Width, float Height, string Name) : Mark(X, Y);

internal enum Tone
{
    Ink,
    Muted,
    Accent,
    Line,
    Warn,
}
