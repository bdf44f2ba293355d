using MeetingHub.Browser.Tests.Stage;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>A plan that is there as PDF is brought, drawn page by page, read as text, and survives a line that breaks.</summary>
public sealed class BroughtDocumentTests(Chrome chrome)
{
    [Fact]
    public async Task A_page_is_drawn_in_its_language_and_its_words_stand_for_those_who_do_not_see_it()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await BringAndOpen(secretary, "plan.pdf", Plan());

        await Expect(secretary.Find("#preview .pdf-page.is-drawn").First).ToBeVisibleAsync();
        await Expect(secretary.Find("#preview .page-words.is-source h2").First).ToHaveTextAsync("Reconstruction");
        Assert.True(await secretary.Page.EvaluateAsync<bool>(HasInk));
        await secretary.Click("button[value=publish]");
        await Expect(secretary.Find(".notice.good").First).ToBeVisibleAsync();
        Assert.Empty(secretary.Complaints);
    }

    [Fact]
    public async Task Without_its_drawing_a_page_is_its_words()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Phone, Cast.UkrainianSecretary);
        await secretary.Page.RouteAsync("**/lib/pdfjs/**", route => route.AbortAsync());
        await BringAndOpen(secretary, "plan.pdf", Plan());

        // A page is drawn when it comes near, and the preview of a phone is below the text.
        await secretary.Find("#preview").ScrollIntoViewIfNeededAsync();
        await Expect(secretary.Find("#preview .pdf-page.is-lost").First).ToBeAttachedAsync();
        await secretary.Find("#preview .page-words h2").First.ScrollIntoViewIfNeededAsync();
        await Expect(secretary.Find("#preview .page-words h2").First).ToBeInViewportAsync();
        Assert.True((await secretary.Find("#preview .page-words").First.BoundingBoxAsync())!.Width > 100);
        Assert.Empty(secretary.OwnFaults);
    }

    [Fact]
    public async Task A_large_file_goes_on_where_the_line_was_cut()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        var pieces = 0;
        List<string> told = [];
        await secretary.Page.RouteAsync(
            "**/uploads/*",
            route =>
                route.Request.Method == "PATCH" && ++pieces is 2 or 3
                    ? route.AbortAsync("connectionreset")
                    : route.ContinueAsync()
        );
        secretary.Page.Request += (_, request) =>
            told.Add($"{request.Method} {new Uri(request.Url).AbsolutePath.Split('/')[1]}");

        await BringAndOpen(secretary, "photographs.pdf", Plan(photographs: 3));

        Assert.True(pieces > 5, $"{pieces} pieces");
        Assert.True(told.Count(t => t == "HEAD uploads") >= 2);
        await Expect(secretary.Find("#preview .pdf-page")).ToHaveCountAsync(2);
        Assert.Empty(secretary.OwnFaults);
    }

    private static async Task BringAndOpen(Visitor secretary, string name, byte[] pdf)
    {
        await secretary.GoTo("/decks");
        await secretary
            .Find("#bring input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/pdf",
                    Buffer = pdf,
                }
            );
        await secretary.Find("#bring [name=source]").SelectOptionAsync("fr");
        await secretary.Click("#bring button:not([type])");
        var open = secretary.Find("#document-job a.button[href^='/decks/']");
        await Expect(open).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await open.ClickAsync();
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        await secretary.Find("[name=Tongue]").SelectOptionAsync("fr");
        await Expect(secretary.Find("#preview .pdf-page")).ToHaveCountAsync(2);
    }

    /// <summary>Two pages; photographs of noise make it as large as a real one.</summary>
    private static byte[] Plan(int photographs = 0)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            using var face = SKTypeface.FromStream(
                typeof(Program).Assembly.GetManifestResourceStream("NotoSans-Regular.ttf")!
            );
            using var large = new SKFont(face, 48);
            using var small = new SKFont(face, 20);
            using var ink = new SKPaint { Color = SKColors.DarkBlue };
            foreach (var heading in (string[])["Reconstruction", "Prochaines étapes"])
            {
                using var canvas = document.BeginPage(960, 540);
                canvas.DrawText(heading, 60, 100, large, ink);
                canvas.DrawText("L’école n° 4 attend son toit.", 60, 180, small, ink);
                for (var at = 0; at < photographs; at++)
                    canvas.DrawImage(Noise(at), 60 + (at * 280), 240);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    private static SKImage Noise(int seed)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(700, 500);
        var pixels = new byte[bitmap.ByteCount];
        random.NextBytes(pixels);
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return SKImage.FromEncodedData(data.ToArray());
    }

    private const string HasInk = """
        () => {
          const canvas = document.querySelector("#preview .is-drawn canvas");
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          for (let at = 0; at < pixels.length; at += 4) if (pixels[at] < 100 && pixels[at + 3] > 0) return true;
          return false;
        }
        """;
}
