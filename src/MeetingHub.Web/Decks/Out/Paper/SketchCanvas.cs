using MeetingHub.Web.Figures;
using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Draws a sketch on a canvas, in the inks of paper.</summary>
internal static class SketchCanvas
{
    public static void Draw(SKCanvas canvas, Sketch sketch, SKRect into)
    {
        canvas.Save();
        canvas.Translate(into.Left, into.Top);
        canvas.Scale(into.Width / (float)sketch.Width, into.Height / (float)sketch.Height);
        foreach (var shape in sketch.Shapes)
            Draw(canvas, shape);
        canvas.Restore();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Box box:
                using (var fill = Paint(box.Ink))
                {
                    var rect = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
                    canvas.DrawRoundRect(rect, (float)box.Radius, (float)box.Radius, fill);
                }

                break;
            case Dot dot:
                using (var fill = Paint(dot.Ink))
                    canvas.DrawCircle((float)dot.X, (float)dot.Y, (float)dot.Radius, fill);
                break;
            case Stroke stroke:
                using (var line = Paint(stroke.Ink, (float)stroke.Width))
                    canvas.DrawLine((float)stroke.X1, (float)stroke.Y1, (float)stroke.X2, (float)stroke.Y2, line);
                break;
            case Words words:
                DrawWords(canvas, words);
                break;
            case Area area:
                DrawArea(canvas, area);
                break;
        }
    }

    private static void DrawWords(SKCanvas canvas, Words words)
    {
        using var font = PaperFonts.Font(words.IsBold ? Face.Bold : Face.Regular, (float)words.Size);
        using var paint = Paint(words.Ink);
        var align = words.Anchor switch
        {
            Anchor.Middle => SKTextAlign.Center,
            Anchor.End => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        canvas.DrawText(words.Text, (float)words.X, (float)words.Y, align, font, paint);
    }

    private static void DrawArea(SKCanvas canvas, Area area)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in area.Rings.Where(ring => ring.Count > 2))
            path.AddPoly([.. ring.Select(spot => new SKPoint((float)spot.X, (float)spot.Y))], close: true);
        using (var fill = Paint(area.Fill))
            canvas.DrawPath(path, fill);
        if (area.Edge is not { } edge)
            return;
        using var line = Paint(edge, 1);
        canvas.DrawPath(path, line);
    }

    private static SKPaint Paint(Ink ink, float stroke = 0) =>
        new()
        {
            Color = Inks.Of(ink),
            IsAntialias = true,
            IsStroke = stroke > 0,
            StrokeWidth = stroke,
        };
}
