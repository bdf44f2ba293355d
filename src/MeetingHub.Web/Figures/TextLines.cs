using System.Globalization;

namespace MeetingHub.Web.Figures;

/// <summary>SVG does not wrap text: breaks one at spaces into lines of bounded length, and shortens what is left over.</summary>
internal static class TextLines
{
    /// <summary>At least one line, at most <paramref name="maxLines"/>; characters are counted as people see them.</summary>
    public static IReadOnlyList<string> Of(string text, int width, int maxLines)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (LengthOf(joined) <= width || lines[^1].Length == 0)
                lines[^1] = joined;
            else
                lines.Add(word);
        }

        if (lines.Count > maxLines)
            lines = [.. lines.Take(maxLines - 1), string.Join(' ', lines.Skip(maxLines - 1))];
        return [.. lines.Select(line => Shortened(line, width))];
    }

    private static string Shortened(string line, int width) =>
        LengthOf(line) <= width ? line : new StringInfo(line).SubstringByTextElements(0, width - 1).TrimEnd() + "…";

    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;
}
