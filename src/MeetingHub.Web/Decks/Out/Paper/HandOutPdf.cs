using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Draws set pages as PDF, with links, and then an outline and the language, which the library cannot write.</summary>
internal static class HandOutPdf
{
    /// <param name="document">The pages.</param>
    /// <param name="made">The time that the file says it was made: the version's own, so that the same version gives the same file.</param>
    /// <param name="pictures">Encoded pictures by the addresses that slides use; null when there is none.</param>
    public static byte[] Write(PaperDocument document, DateTime made, Func<string, byte[]?> pictures)
    {
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = document.Title,
            Creator = "MeetingHub",
            Producer = "MeetingHub",
            Creation = made,
            Modified = made,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = 85,
        };
        using var images = new PaperImages(pictures);
        using (var pdf = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var page in document.Pages)
            {
                var canvas = pdf.BeginPage(Sheet.Width, Sheet.Height);
                foreach (var mark in page.Marks)
                    Draw(canvas, mark, images);
                pdf.EndPage();
            }

            pdf.Close();
        }

        return PdfOutline.Append(stream.ToArray(), document.Outline, document.Language);
    }

    private static void Draw(SKCanvas canvas, Mark mark, PaperImages images)
    {
        switch (mark)
        {
            case WordsMark words:
                DrawWords(canvas, words);
                break;
            case BoxMark box:
                using (var paint = new SKPaint { Color = Inks.Of(box.Tone) })
                    canvas.DrawRect(box.X, box.Y, box.Width, box.Height, paint);
                break;
            case PictureMark picture when images.Of(picture.File) is { } image:
                canvas.DrawImage(image, SKRect.Create(picture.X, picture.Y, picture.Width, picture.Height));
                break;
            case SketchMark sketch:
                SketchCanvas.Draw(
                    canvas,
                    sketch.Sketch,
                    SKRect.Create(sketch.X, sketch.Y, sketch.Width, sketch.Height)
                );
                break;
            case PlaceMark place:
                canvas.DrawNamedDestinationAnnotation(new SKPoint(0, Math.Max(0, place.Y - 12)), place.Name);
                break;
            case LeadMark lead:
                canvas.DrawLinkDestinationAnnotation(SKRect.Create(lead.X, lead.Y, lead.Width, lead.Height), lead.Name);
                break;
        }
    }

    private static void DrawWords(SKCanvas canvas, WordsMark words)
    {
        using var font = PaperFonts.Font(words.Face, words.Size);
        using var paint = new SKPaint { Color = Inks.Of(words.Tone), IsAntialias = true };
        canvas.DrawText(words.Text, words.X, words.Y, SKTextAlign.Left, font, paint);
        // The compiler let through links to the web and to mailboxes alone.
        if (words.Link is { } link)
            canvas.DrawUrlAnnotation(
                SKRect.Create(words.X, words.Y - words.Size, words.Width, words.Size * 1.3f),
                link
            );
    }
}
