using System.Text;
using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// Noto Sans from the program itself, so that a server without fonts prints the same. A letter that a font lacks prints as
/// nothing: whatever is printed has to pass <see cref="Letters"/> first.
/// </summary>
internal static class PaperFonts
{
    private static readonly Dictionary<Face, SKTypeface> Typefaces = new()
    {
        [Face.Regular] = Load("NotoSans-Regular.ttf"),
        [Face.Bold] = Load("NotoSans-Bold.ttf"),
        [Face.Italic] = Load("NotoSans-Italic.ttf"),
    };

    /// <summary>Without hinting and rounded widths, or words come apart when they are read out of the file.</summary>
    public static SKFont Font(Face face, float size) =>
        new(Typefaces[face], size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };

    public static float Width(string text, Face face, float size)
    {
        using var font = Font(face, size);
        return font.MeasureText(text);
    }

    public static bool Has(Rune letter) => Typefaces.Values.All(t => t.ContainsGlyph(letter.Value));

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"{name} is no font.");
    }
}
