using MeetingHub.Domain.Decks;
using SkiaSharp;

namespace MeetingHub.Web.Decks.Import;

/// <summary>
/// Draws an uploaded picture anew as WebP: upright, at most 1600 pixels wide, in sRGB, without metadata. The size is read
/// from the header before any pixel is decoded: a few kilobytes can claim gigabytes.
/// </summary>
internal static class DeckPicture
{
    private const int MaxWidth = 1600;
    private const int MaxHeight = 3200;
    private const long MaxPixels = 50_000_000;
    private const int Quality = 82;

    public static (byte[]? WebP, DeckProblem? Problem) Redraw(string name, byte[] file)
    {
        if (FormatOf(file) is not { } format)
            return (null, new(DeckProblem.PictureType, 0, name));

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != format)
            return (null, new(DeckProblem.PictureBroken, 0, name));
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
            return (null, new(DeckProblem.PicturePixels, 0, name));

        using var upright = Upright(codec);
        using var encoded = upright?.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded is null ? (null, new(DeckProblem.PictureBroken, 0, name)) : (encoded.ToArray(), null);
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
        var scale = Math.Min(1f, Math.Min((float)MaxWidth / width, (float)MaxHeight / height));

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
