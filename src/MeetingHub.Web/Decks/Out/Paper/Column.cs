using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>How large a stored picture is, in pixels; null when it is not there.</summary>
internal delegate (int Width, int Height)? PictureSizes(string file);

/// <summary>Sets blocks in a column of a given width, as strips from top to bottom.</summary>
internal sealed class Column(float width, float scale, Ruler ruler, PictureSizes pictures)
{
    private const float TallestPicture = 250;
    private const float TallestSketch = 560;
    private const float IndentStep = 14;

    public float Width => width;

    public IReadOnlyList<Strip> Set(IReadOnlyList<Block> blocks)
    {
        List<Strip> strips = [];
        foreach (var (at, block) in blocks.Index())
        {
            var next = blocks.ElementAtOrDefault(at + 1);
            strips.AddRange(
                block switch
                {
                    TextBlock text => Set(text, next),
                    TableBlock table => new TableSetting(width, scale, ruler).Set(table),
                    PictureBlock picture => Set(picture),
                    SketchBlock sketch => Set(sketch.Sketch),
                    RuleBlock => [new Strip(9, [new BoxMark(0, 4, width, 0.6f, Tone.Line)])],
                    _ => [],
                }
            );
        }

        return strips;
    }

    private List<Strip> Set(TextBlock block, Block? next)
    {
        var type = Type.Of(block.Style, scale);
        var indent = block.Depth * IndentStep * scale;
        var runs =
            block.Style == Style.Code
                ? [.. block.Text.Select(r => r with { Text = r.Text.Replace(' ', '\u00A0') })]
                : block.Text;
        var faced =
            type.Face == Face.Regular
                ? runs
                : [.. runs.Select(r => r.Face == Face.Regular ? r with { Face = type.Face } : r)];
        var lines = Lines.Of(faced, width - indent, type.Size, ruler);

        List<Strip> strips = [];
        if (type.Before > 0)
            strips.Add(Strip.Gap(type.Before, keepsWithNext: true));
        foreach (var (at, line) in lines.Index())
        {
            List<Mark> marks = [.. line.Select(p => WordsOf(p, indent, type))];
            if (at == 0 && block.Marker is { } marker)
                marks.Insert(0, MarkerOf(marker, indent, type));
            if (block.Style == Style.Quote)
                marks.Add(new BoxMark(indent - 8 * scale, 0, 1.6f, type.Leading, Tone.Accent));
            strips.Add(new(type.Leading, marks, Keeps(block.Style, at, lines.Count)));
        }

        var isTight = block.Depth > 0 && next is TextBlock { Depth: > 0 };
        strips.Add(Strip.Gap(isTight ? type.After * 0.4f : type.After, IsHeading(block.Style)));
        return strips;
    }

    /// <summary>No heading at the foot of a page, and no single line of a paragraph at its foot or head.</summary>
    private static bool Keeps(Style style, int at, int count) =>
        IsHeading(style) || (count > 1 && (at == 0 || at == count - 2));

    private static bool IsHeading(Style style) =>
        style is Style.Cover or Style.Title or Style.Heading or Style.Caption or Style.Label;

    private List<Strip> Set(PictureBlock picture)
    {
        if (pictures(picture.File) is not ({ } pixels, { } high))
            return Set(new TextBlock(Style.Quote, [new(picture.Alt, Face.Italic)], 1), null);
        var factor = Math.Min(width / pixels, TallestPicture * scale / high);
        var (w, h) = (pixels * factor, high * factor);
        List<Strip> strips =
        [
            new(h + 3, [new PictureMark(0, 0, w, h, picture.File)], KeepsWithNext: picture.Alt.Length > 0),
        ];
        if (picture.Alt.Length > 0)
            strips.AddRange(Set(new TextBlock(Style.Source, [new(picture.Alt, Face.Italic)]), null));
        return strips;
    }

    /// <summary>As large as makes its words those of the text around it, where there is room.</summary>
    private List<Strip> Set(Sketch sketch)
    {
        var words = sketch.Shapes.OfType<Words>().Select(w => (float)w.Size).Order().ToList();
        var readable =
            words.Count == 0 ? float.MaxValue : Type.Of(Style.Body, scale).Size / words[(words.Count - 1) / 2];
        var (wide, high) = ((float)sketch.Width, (float)sketch.Height);
        var factor = Math.Min(readable, Math.Min(width / wide, TallestSketch / high));
        var mark = new SketchMark(0, 0, wide * factor, high * factor, sketch);
        return [new(mark.Height, [mark], KeepsWithNext: true), Strip.Gap(6 * scale)];
    }

    private static WordsMark WordsOf(Piece piece, float indent, Type type) =>
        new(
            indent + piece.X,
            type.Baseline,
            piece.Text,
            piece.Face,
            type.Size,
            piece.Link is null ? type.Tone : Tone.Accent,
            piece.Width,
            piece.Link
        );

    private WordsMark MarkerOf(string marker, float indent, Type type)
    {
        var wide = ruler(marker + " ", Face.Regular, type.Size);
        return new(indent - wide, type.Baseline, marker + " ", Face.Regular, type.Size, Tone.Accent, wide, null);
    }
}
