using System.Globalization;
using System.Text;
using QRCoder;

namespace MeetingHub.Web.Live;

/// <summary>A QR code as one SVG path: no inline style (the CSP forbids it), and sharp on any projector.</summary>
public static class QrCode
{
    private const int Quiet = 2;

    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
            }
        }

        var size = rows.Count + 2 * Quiet;
        return $"""<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path d="M0 0h{size}v{size}h-{size}z" fill="#fff"/><path d="{path}" fill="#000"/></svg>""";
    }
}
