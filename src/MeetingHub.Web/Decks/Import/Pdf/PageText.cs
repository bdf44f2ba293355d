using System.Text;
using MeetingHub.Domain.Decks;
using UglyToad.PdfPig.Content;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>
/// What a page says, as Markdown for a slide: in the order in which it was drawn, which is the order in which it was written in the
/// programs that people use. The largest words near the top are its heading.
/// </summary>
internal static class PageText
{
    private const string Bullets = "•‣▪■●○◦–·➢✓\uf0b7\uf0a7";

    private sealed record Line(string Text, double Size, double Baseline);

    public static PdfPage PageOf(Page page, int limit)
    {
        var lines = LinesOf(page);
        var heading = HeadingOf(lines, page.Height);
        var text = new StringBuilder();
        if (heading.Count > 0)
            text.Append("## ").AppendJoin(' ', heading.Select(l => PlainMarkdown.Escape(l.Text))).Append("\n\n");
        Line? last = null;
        foreach (var line in lines.Except(heading))
        {
            var isItem = Bullets.Contains(line.Text[0], StringComparison.Ordinal);
            var words = isItem ? line.Text[1..].Trim() : line.Text;
            if (words.Length == 0)
                continue;
            var gap = last is null ? 0 : Math.Abs(last.Baseline - line.Baseline);
            if (last is not null && (isItem || gap > 1.7 * line.Size || line.Baseline > last.Baseline))
                text.Append('\n');
            text.Append(isItem ? "- " : "").Append(PlainMarkdown.Escape(words)).Append('\n');
            last = line;
            if (text.Length > limit)
            {
                text.Append("\n…");
                break;
            }
        }

        var (width, height) = (Math.Max(1, (int)Math.Round(page.Width)), Math.Max(1, (int)Math.Round(page.Height)));
        return new(width, height, text.ToString().TrimEnd());
    }

    private static List<Line> LinesOf(Page page)
    {
        List<Line> lines = [];
        var text = new StringBuilder();
        Letter? last = null;
        double size = 0;
        foreach (var letter in page.Letters)
        {
            if (last is not null && IsNewLine(last, letter))
                End();
            else if (last is not null && letter.StartBaseLine.X - last.EndBaseLine.X > 0.18 * letter.PointSize)
                text.Append(' ');
            text.Append(letter.Value);
            size = Math.Max(size, letter.PointSize);
            last = letter;
        }

        End();
        return lines;

        void End()
        {
            var plain = string.Join(
                ' ',
                PlainCharacters
                    .Of(Ligatures(text.ToString()).Normalize(NormalizationForm.FormC))
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            if (plain.Length > 0 && last is not null)
                lines.Add(new(plain, size, last.StartBaseLine.Y));
            text.Clear();
            size = 0;
        }
    }

    private static string Ligatures(string text) =>
        text.Any(c => c is >= '\uFB00' and <= '\uFB06')
            ? string.Concat(
                text.Select(c => c is >= '\uFB00' and <= '\uFB06' ? $"{c}".Normalize(NormalizationForm.FormKC) : $"{c}")
            )
            : text;

    private static bool IsNewLine(Letter last, Letter letter) =>
        Math.Abs(last.StartBaseLine.Y - letter.StartBaseLine.Y) > 0.4 * Math.Max(letter.PointSize, 1)
        || letter.StartBaseLine.X < last.StartBaseLine.X - (2 * Math.Max(letter.PointSize, 1));

    private static List<Line> HeadingOf(List<Line> lines, double height)
    {
        if (lines.Count < 2)
            return lines.Count == 1 && lines[0].Text.Length <= 100 ? lines : [];
        var sizes = lines.Select(l => l.Size).Order().ToList();
        var largest = lines.Where(l => l.Baseline > 0.35 * height).Select(l => l.Size).DefaultIfEmpty(0).Max();
        if (largest < 1.15 * sizes[sizes.Count / 2] && largest < 1.15 * sizes[0])
            return [];
        var heading = lines
            .SkipWhile(l => l.Size < largest - 0.5)
            .TakeWhile(l => l.Size >= largest - 0.5)
            .Take(4)
            .ToList();
        return heading.Sum(l => l.Text.Length) <= 200 ? heading : [];
    }
}
