using System.Globalization;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>How wide words are printed.</summary>
internal delegate float Ruler(string text, Face face, float size);

/// <summary>Words of one face on one line.</summary>
internal sealed record Piece(string Text, Face Face, string? Link, float X, float Width);

/// <summary>Breaks runs of words into lines at spaces; a word wider than the column is broken where it must be.</summary>
internal sealed class Lines(Ruler ruler, float size, float width)
{
    private readonly List<List<Piece>> lines =
    [
        [],
    ];
    private float x;

    public static IReadOnlyList<IReadOnlyList<Piece>> Of(IReadOnlyList<Run> runs, float width, float size, Ruler ruler)
    {
        var breaking = new Lines(ruler, size, width);
        foreach (var word in Words(runs))
            breaking.Add(word);
        return breaking.lines;
    }

    private void Add(Word word)
    {
        if (word.BreaksLine)
        {
            NewLine();
            return;
        }

        var space = word.HasSpaceBefore && x > 0 ? ruler(" ", word.Parts[0].Face, size) : 0;
        var wide = word.Parts.Sum(p => ruler(p.Text, p.Face, size));
        if (x > 0 && x + space + wide > width)
        {
            NewLine();
            space = 0;
        }

        foreach (var part in word.Parts)
        {
            Put(part, space > 0 ? " " : "");
            space = 0;
        }
    }

    private void Put(Run part, string before)
    {
        var text = before + part.Text;
        while (x + ruler(text, part.Face, size) > width && LongestFitting(text, part.Face) is > 0 and var fits)
        {
            if (fits >= text.Length)
                break;
            Append(text[..fits], part);
            NewLine();
            text = text[fits..];
        }

        Append(text, part);
    }

    /// <summary>A space belongs to the words before it, so that a reader of the text finds the words apart.</summary>
    private void Append(string text, Run part)
    {
        var line = lines[^1];
        var last = line.Count > 0 ? line[^1] : null;
        if (last is not null && last.Face == part.Face && last.Link == part.Link)
        {
            var joined = last.Text + text;
            line[^1] = last with { Text = joined, Width = ruler(joined, last.Face, size) };
            x = last.X + line[^1].Width;
            return;
        }

        if (last is not null && text.StartsWith(' '))
        {
            var joined = last.Text + " ";
            line[^1] = last with { Text = joined, Width = ruler(joined, last.Face, size) };
            x = last.X + line[^1].Width;
            text = text[1..];
        }

        var wide = ruler(text, part.Face, size);
        line.Add(new(text, part.Face, part.Link, x, wide));
        x += wide;
    }

    private int LongestFitting(string text, Face face)
    {
        var elements = StringInfo.ParseCombiningCharacters(text);
        var fits = 0;
        foreach (var end in elements.Skip(1).Append(text.Length))
        {
            if (x + ruler(text[..end], face, size) > width)
                break;
            fits = end;
        }

        // Not even one letter: it is printed all the same, or the work would never end.
        return fits == 0 && x == 0
            ? elements.Length > 1
                ? elements[1]
                : text.Length
            : fits;
    }

    private void NewLine()
    {
        lines.Add([]);
        x = 0;
    }

    private static IEnumerable<Word> Words(IReadOnlyList<Run> runs)
    {
        List<Run> parts = [];
        var hasSpace = false;
        foreach (var run in runs)
        {
            var start = 0;
            for (var at = 0; at <= run.Text.Length; at++)
            {
                if (at < run.Text.Length && run.Text[at] is not (' ' or '\n'))
                    continue;
                if (at > start)
                    parts.Add(run with { Text = run.Text[start..at] });
                start = at + 1;
                if (at == run.Text.Length)
                    break;
                if (parts.Count > 0)
                    yield return new(parts, hasSpace, false);
                parts = [];
                hasSpace = run.Text[at] == ' ';
                if (run.Text[at] == '\n')
                    yield return new([], false, true);
            }
        }

        if (parts.Count > 0)
            yield return new(parts, hasSpace, false);
    }

    private sealed record Word(List<Run> Parts, bool HasSpaceBefore, bool BreaksLine);
}
