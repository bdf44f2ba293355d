namespace MeetingHub.Web.Figures;

/// <summary>
/// A drawing of plain shapes in units of its own, from the top left: written as SVG for the screen and drawn on a canvas for
/// paper. Colours are roles (<see cref="Ink"/>), so that each medium and each scheme, light or dark, has its own.
/// </summary>
public sealed record Sketch(decimal Width, decimal Height, IReadOnlyList<Shape> Shapes)
{
    /// <summary>Without the room below, which keeps it level with one that stands beside it.</summary>
    public Sketch Alone =>
        this with
        {
            Height = Math.Min(Height, Shapes.Select(s => s.Bottom).DefaultIfEmpty(Height).Max()),
        };
}

public abstract record Shape
{
    public abstract decimal Bottom { get; }
}

public sealed record Box(decimal X, decimal Y, decimal Width, decimal Height, Ink Ink, decimal Radius = 0) : Shape
{
    public override decimal Bottom => Y + Height;
}

/// <summary>One line of text; <paramref name="Y"/> is its baseline.</summary>
public sealed record Words(
    decimal X,
    decimal Y,
    string Text,
    decimal Size = 20,
    Ink Ink = Ink.Words,
    Anchor Anchor = Anchor.Start,
    bool IsBold = false
) : Shape
{
    // Below the base line hang the tails of letters.
    public override decimal Bottom => Y + (Size * 0.3m);
}

public sealed record Stroke(decimal X1, decimal Y1, decimal X2, decimal Y2, Ink Ink, decimal Width = 1) : Shape
{
    public override decimal Bottom => Math.Max(Y1, Y2) + (Width / 2);
}

public sealed record Dot(decimal X, decimal Y, decimal Radius, Ink Ink) : Shape
{
    public override decimal Bottom => Y + Radius;
}

/// <summary>Closed rings of points, filled even-odd, so that a ring within a ring is a hole.</summary>
public sealed record Area(IReadOnlyList<IReadOnlyList<Spot>> Rings, Ink Fill, Ink? Edge = null) : Shape
{
    public override decimal Bottom => Rings.SelectMany(r => r).Select(s => s.Y).DefaultIfEmpty(0).Max();
}

public readonly record struct Spot(decimal X, decimal Y);

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// What a colour stands for. Grades run from pale to dark, so that they are told apart in grey and by those who do not see
/// colours; what else is told by colour is told by words as well.
/// </summary>
public enum Ink
{
    Words,
    Muted,
    Line,
    Track,
    Land,
    Paper,
    Main,
    MainSoft,
    Good,
    Warn,
    Bad,
    GradeUnknown,
    GradeMinor,
    GradeModerate,
    GradeSevere,
    GradeDestroyed,
}
