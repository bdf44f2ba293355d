using MeetingHub.Domain.Decks;
using MeetingHub.Web.Shared.Uploads;
using SkiaSharp;

namespace MeetingHub.Web.Shared.Imaging;

/// <summary>
/// Draws an uploaded picture anew as WebP: upright, in sRGB, without metadata, in the widths of a phone, a laptop and a hall,
/// never enlarged. The size is read from the header before any pixel is decoded: a few kilobytes can claim gigabytes.
/// </summary>
internal static class PictureDrawing
{
    private static readonly int[] Widths = [480, 960, 1600];

    private const int MaxHeight = 3200;
    private const long MaxPixels = 50_000_000;
    private const int Quality = 82;

    public static (IReadOnlyList<DrawnWidth>? Widths, DeckProblem? Problem) Redraw(string name, byte[] file)
    {
        if (FileKinds.Of(file) == FileKind.Markup)
            return (null, new(DeckProblem.FileMarkup, 0, name));
        if (FormatOf(file) is not { } format)
            return (null, new(DeckProblem.PictureType, 0, name));

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != format)
            return (null, new(DeckProblem.PictureBroken, 0, name));
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
            return (null, new(DeckProblem.PicturePixels, 0, name));

        using var widest = Upright(codec);
        List<DrawnWidth> drawn = [];
        foreach (var width in widest is null ? [] : WidthsOf(widest.Width))
        {
            using var narrowed = width < widest!.Width ? Narrowed(widest, width) : null;
            var image = narrowed ?? widest;
            // A file that names no colours means sRGB, which these are; the encoder would write half a kilobyte to say so.
            using var pixels = image.PeekPixels().WithColorSpace(null!);
            using var encoded = pixels.Encode(SKEncodedImageFormat.Webp, Quality);
            if (encoded is null)
                return (null, new(DeckProblem.PictureBroken, 0, name));
            drawn.Add(new(image.Width, image.Height, encoded.ToArray()));
        }

        return drawn.Count == 0 ? (null, new(DeckProblem.PictureBroken, 0, name)) : (drawn, null);
    }

    /// <summary>A width that is nearly the next one saves nobody anything.</summary>
    private static IEnumerable<int> WidthsOf(int widest) => [.. Widths.Where(w => w < widest * 0.85), widest];

    private static SKImage Narrowed(SKImage image, int width)
    {
        var height = Math.Max(1, (int)Math.Round((double)image.Height * width / image.Width));
        using var colours = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, colours)
        );
        surface.Canvas.DrawImage(
            image,
            SKRect.Create(width, height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        return surface.Snapshot();
    }

    /// <summary>The size of a picture that we wrote.</summary>
    public static (int Width, int Height) SizeOf(byte[] webp)
    {
        using var data = SKData.CreateCopy(webp);
        using var codec = SKCodec.Create(data);
        return (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>SVG has no first bytes of its own and can carry scripts: it is not in this list.</summary>
    private static SKEncodedImageFormat? FormatOf(byte[] file) =>
        FileKinds.Of(file) switch
        {
            FileKind.Png => SKEncodedImageFormat.Png,
            FileKind.Jpeg => SKEncodedImageFormat.Jpeg,
            FileKind.Gif => SKEncodedImageFormat.Gif,
            FileKind.WebP => SKEncodedImageFormat.Webp,
            _ => null,
        };

    private static SKImage? Upright(SKCodec codec)
    {
        var isTurned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (width, height) = isTurned ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        var scale = Math.Min(1f, Math.Min((float)Widths[^1] / width, (float)MaxHeight / height));

        // JPEG and WebP can be decoded smaller; other formats answer with their full size.
        var decoded = codec.GetScaledDimensions(scale);
        if (decoded.Width < codec.Info.Width * scale)
            decoded = codec.Info.Size;
        using var colours = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
            return null;

        var size = new SKSizeI(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        using var surface = SKSurface.Create(info.WithSize(size));
        surface.Canvas.Scale((float)size.Width / (isTurned ? decoded.Height : decoded.Width));
        surface.Canvas.Concat(TurnOf(codec.EncodedOrigin, decoded.Width, decoded.Height));
        using var image = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>The eight orientations of EXIF 2.32, tag 0x0112, as matrices for a picture of w by h.</summary>
    private static SKMatrix TurnOf(SKEncodedOrigin origin, float w, float h) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
