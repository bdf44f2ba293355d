using System.Globalization;
using System.Text;
using MeetingHub.Web.Tests.Shared.Imaging;
using SkiaSharp;

namespace MeetingHub.Web.Tests.Decks.Import;

/// <summary>Documents as offices print them, and as strangers make them.</summary>
internal static class GivenPdf
{
    /// <summary>Pages with a heading, two lines and a photograph, as Skia prints them: fonts inside, everything compressed.</summary>
    public static byte[] Printed(params (string Heading, string[] Lines)[] pages)
    {
        using var stream = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Author = GivenPictures.Secret,
            Title = "plan",
            RasterDpi = 72,
        };
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            using var face = SKTypeface.FromStream(
                typeof(Program).Assembly.GetManifestResourceStream("NotoSans-Regular.ttf")!
            );
            using var large = new SKFont(face, 40);
            using var small = new SKFont(face, 18);
            using var ink = new SKPaint { Color = SKColors.Black };
            using var data = SKData.CreateCopy(GivenPictures.Photograph(64, 64));
            using var photograph = SKImage.FromEncodedData(data);
            foreach (var (heading, lines) in pages)
            {
                using var canvas = document.BeginPage(960, 540);
                canvas.DrawText(heading, 60, 90, large, ink);
                foreach (var (at, line) in lines.Index())
                    canvas.DrawText(line, 60, 160 + (at * 40), small, ink);
                canvas.DrawImage(photograph, 700, 300);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// One page "Hello" with whatever is written into its catalog, its page, its resources, its trailer and behind them as further
    /// objects from 10 on.
    /// </summary>
    public static byte[] Written(
        string catalog = "",
        string page = "",
        string resources = "",
        string trailer = "",
        params string[] objects
    )
    {
        const string content = "BT /F1 24 Tf 72 700 Td (Hello) Tj ET";
        var all = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R {catalog}>>",
            [2] = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
            [3] = $"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>",
            [4] = $"<</Length {content.Length}>>\nstream\n{content}\nendstream",
            [5] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        };
        foreach (var (at, text) in objects.Index())
            all[10 + at] = text;

        var pdf = new StringBuilder("%PDF-1.7\n");
        Dictionary<int, int> offsets = [];
        foreach (var (number, text) in all)
        {
            offsets[number] = pdf.Length;
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n");
        }

        var start = pdf.Length;
        var size = all.Keys.Max() + 1;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
            pdf.Append(
                offsets.TryGetValue(number, out var offset)
                    ? string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")
                    : "0000000000 00000 f \n"
            );
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {size}/Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    public static string Stream(string dictionary, byte[] bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<<{dictionary}/Length {bytes.Length}>>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream"
        );
}
