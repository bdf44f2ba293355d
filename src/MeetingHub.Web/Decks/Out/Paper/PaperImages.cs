using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>
/// A document's pictures, each decoded once. They are drawn at most as large as paper shows: JPEG in the file, because PDF knows
/// no WebP and would hold every pixel.
/// </summary>
internal sealed class PaperImages(Func<string, byte[]?> pictures) : IDisposable
{
    private const int LongestSide = 1400;
    private readonly Dictionary<string, SKImage?> known = [];

    public SKImage? Of(string file)
    {
        if (known.TryGetValue(file, out var image))
            return image;
        return known[file] = pictures(file) is { } bytes ? Read(bytes) : null;
    }

    public void Dispose()
    {
        foreach (var image in known.Values)
            image?.Dispose();
    }

    private static SKImage? Read(byte[] bytes)
    {
        using var bitmap = SKBitmap.Decode(bytes);
        if (bitmap is null)
            return null;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(bitmap.Width, bitmap.Height));
        var (w, h) = (Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(w, h, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        using var whole = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(
            whole,
            SKRect.Create(w, h),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, 82);
        // An image made from JPEG goes into the file as it is.
        return SKImage.FromEncodedData(jpeg);
    }
}
