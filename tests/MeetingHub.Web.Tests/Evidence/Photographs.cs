using SkiaSharp;

namespace MeetingHub.Web.Tests.Evidence;

internal static class Photographs
{
    public static byte[] Png(SKColor colour, int width = 640, int height = 480)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(colour);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }
}
