using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Draws a chart's shapes on paper, in its light theme's inks.</summary>
internal static class DrawingCanvas
{
    public static void Draw(SKCanvas canvas, Drawing drawing, SKRect into)
    {
        canvas.Save();
        canvas.Translate(into.Left, into.Top);
        canvas.Scale(into.Width / drawing.Width, into.Height / drawing.Height);
        foreach (var shape in drawing.Shapes)
            Draw(canvas, shape);
        canvas.Restore();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        using var paint = new SKPaint { Color = InkOf(shape), IsAntialias = true };
        switch (shape)
        {
            case BoxShape box:
                canvas.DrawRoundRect(box.X, box.Y, box.Width, box.Height, box.Round, box.Round, paint);
                break;
            case DotShape dot:
                canvas.DrawCircle(dot.X, dot.Y, dot.Radius, paint);
                break;
            case WordsShape words:
                DrawWords(canvas, words, paint);
                break;
            case PathShape path:
                DrawPath(canvas, path, paint);
                break;
            case OutlineShape outline when SKPath.ParseSvgPathData(outline.Path) is { } parsed:
                using (parsed)
                {
                    canvas.Save();
                    canvas.Translate(outline.MoveX, outline.MoveY);
                    canvas.DrawPath(parsed, paint);
                    canvas.Restore();
                }

                break;
        }
    }

    private static void DrawWords(SKCanvas canvas, WordsShape words, SKPaint paint)
    {
        var isStrong = words.Ink.Contains("value", StringComparison.Ordinal);
        using var font = PaperFonts.Font(isStrong ? Face.Bold : Face.Regular, words.Size);
        var align = words.Anchor switch
        {
            Align.Middle => SKTextAlign.Center,
            Align.End => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        canvas.DrawText(words.Text, words.X, words.Y, align, font, paint);
    }

    private static void DrawPath(SKCanvas canvas, PathShape shape, SKPaint paint)
    {
        if (shape.Points.Count < 2)
            return;
        using var path = new SKPath();
        path.AddPoly([.. shape.Points.Select(p => new SKPoint(p.X, p.Y))], shape.IsClosed);
        paint.IsStroke = !shape.IsClosed;
        paint.StrokeWidth = 1;
        canvas.DrawPath(path, paint);
    }

    private static SKColor InkOf(Shape shape) =>
        shape switch
        {
            WordsShape => Inks.Of(Tone.Ink),
            { Ink: "bar-track" } => Inks.Of(Tone.Soft),
            PathShape { IsClosed: false } => Inks.Of(Tone.Muted),
            _ => Inks.Of(Tone.Accent),
        };
}
