using SkiaSharp;

namespace MeetingHub.Web.Tests.Evidence;

internal static class Photographs
{
    public static byte[] Png(SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(640, 480));
        surface.Canvas.Clear(colour);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }
}
