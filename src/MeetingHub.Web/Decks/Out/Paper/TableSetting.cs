namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Sets a table: columns as wide as their words ask for, rows that stay whole, and the head again on every page.</summary>
internal sealed class TableSetting(float width, float scale, Ruler ruler)
{
    private const float Padding = 5;

    /// <summary>No smaller than this share of a table's usual letters; what does not fit then is broken.</summary>
    private const float Smallest = 0.66f;

    private Type type = Type.Of(Style.Body, scale * 0.86f);

    public IReadOnlyList<Strip> Set(TableBlock table)
    {
        var rows = table.Head.Concat(table.Rows).ToList();
        if (rows.Count == 0)
            return [];
        var widths = WidthsOf(rows);
        List<Strip> head = [.. table.Head.SelectMany(row => RowOf(row, widths, isHead: true, null))];
        return
        [
            .. head,
            .. table.Rows.SelectMany(row => RowOf(row, widths, isHead: false, head.Count > 0 ? head : null)),
            Strip.Gap(7 * scale),
        ];
    }

    private float[] WidthsOf(List<TableLine> rows)
    {
        var (least, most) = Asked(rows);
        if (least.Sum() >= width)
        {
            // Smaller letters rather than broken words: «92 млн UA / H» is no amount any more.
            var padding = 2 * Padding * least.Length;
            var share = (width - padding) / (least.Sum() - padding) * 0.99f;
            type = Type.Of(Style.Body, scale * 0.86f * Math.Clamp(share, Smallest, 1));
            (least, most) = Asked(rows);
        }

        if (most.Sum() <= width)
            return [.. most.Select(w => w + (width - most.Sum()) * (w / most.Sum()))];
        if (least.Sum() >= width)
            return [.. least.Select(w => Math.Max(2 * Padding + type.Size, w * width / least.Sum()))];
        var spare = (width - least.Sum()) / Math.Max(1, most.Sum() - least.Sum());
        return [.. least.Zip(most, (l, m) => l + (m - l) * spare)];
    }

    // How wide each column must be for its longest word, and would like to be for its longest text.
    private (float[] Least, float[] Most) Asked(List<TableLine> rows)
    {
        var columns = rows.Max(r => r.Fields.Count);
        var (least, most) = (new float[columns], new float[columns]);
        foreach (var (at, field) in rows.SelectMany(r => r.Fields.Index()))
        {
            var text = string.Concat(field.Text.Select(r => r.Text));
            most[at] = Math.Max(most[at], ruler(text, Face.Bold, type.Size) + 2 * Padding);
            least[at] = Math.Max(
                least[at],
                text.Split(' ', '\n').Max(w => ruler(w, Face.Bold, type.Size)) + 2 * Padding
            );
        }

        return (least, most);
    }

    private IEnumerable<Strip> RowOf(TableLine row, float[] widths, bool isHead, IReadOnlyList<Strip>? head)
    {
        var fields = row
            .Fields.Select((f, at) => Lines.Of(f.Text, widths[at] - 2 * Padding, type.Size, ruler))
            .ToList();
        var count = fields.Max(lines => lines.Count);
        for (var line = 0; line < count; line++)
        {
            var isLast = line == count - 1;
            var top = line == 0 ? 2.5f : 0;
            var height = type.Leading + top + (isLast ? 3 : 0);
            List<Mark> marks = [];
            var x = 0f;
            foreach (var (at, lines) in fields.Index())
            {
                marks.AddRange(FieldOf(lines.ElementAtOrDefault(line), row.Fields[at].Align, x, widths[at], top));
                x += widths[at];
            }

            if (isLast)
                marks.Add(new BoxMark(0, height - 0.8f, width, isHead ? 1 : 0.5f, isHead ? Tone.Accent : Tone.Line));
            yield return new(height, marks, KeepsWithNext: isHead || !isLast, Head: head);
        }
    }

    private IEnumerable<Mark> FieldOf(IReadOnlyList<Piece>? line, Align align, float x, float wide, float top)
    {
        if (line is not { Count: > 0 })
            yield break;
        var spare = wide - 2 * Padding - (line[^1].X + line[^1].Width);
        var start =
            x
            + Padding
            + (
                align == Align.End ? spare
                : align == Align.Middle ? spare / 2
                : 0
            );
        foreach (var piece in line)
            yield return new WordsMark(
                start + piece.X,
                top + type.Baseline,
                piece.Text,
                piece.Face,
                type.Size,
                piece.Link is null ? Tone.Ink : Tone.Accent,
                piece.Width,
                piece.Link
            );
    }
}
