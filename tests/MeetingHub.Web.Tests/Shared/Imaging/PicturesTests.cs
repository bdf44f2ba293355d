using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Shared.Imaging;
using MeetingHub.Web.Tests.Decks;
using MetadataExtractor;
using SkiaSharp;
using Xunit;

namespace MeetingHub.Web.Tests.Shared.Imaging;

/// <summary>Whatever comes as a picture leaves as pixels alone, or not at all.</summary>
public sealed class PicturesTests
{
    public static TheoryData<string, byte[]> WithSecrets =>
        new()
        {
            { "photograph", GivenPictures.Photograph(1200, 800) },
            { "png", GivenPictures.PngWithTexts(700, 300) },
            { "webp", GivenPictures.WebPWithExif(700, 300) },
            { "gif", GivenPictures.AnimatedGif() },
        };

    [Theory]
    [MemberData(nameof(WithSecrets))]
    public void Nothing_but_pixels_comes_back(string kind, byte[] file)
    {
        Assert.Contains(GivenPictures.Secret, Encoding.Latin1.GetString(file), StringComparison.Ordinal);

        var reading = Pictures.Redraw(kind, file);

        Assert.True(reading.Succeeded, reading.Problem?.Code);
        foreach (var width in reading.Picture.Widths)
        {
            var text = Encoding.Latin1.GetString(width.WebP);
            Assert.DoesNotContain(GivenPictures.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", text, StringComparison.OrdinalIgnoreCase);
            Assert.All(
                ImageMetadataReader.ReadMetadata(new MemoryStream(width.WebP)),
                d => Assert.Contains(d.Name, new[] { "WebP", "File Type" })
            );
        }
    }

    [Fact]
    public void A_large_picture_comes_in_three_widths_and_a_small_one_is_never_enlarged()
    {
        Assert.Equal([(480, 320), (960, 640), (1600, 1066)], SizesOf(GivenPictures.Photograph(3000, 2000)));
        Assert.Equal([(480, 320), (1000, 667)], SizesOf(GivenPictures.Photograph(1000, 667)));
        Assert.Equal([(300, 200)], SizesOf(GivenPictures.Photograph(300, 200)));
        Assert.Equal([(200, 3200)], SizesOf(GivenPictures.Plain(250, 4000, SKEncodedImageFormat.Png)));
    }

    [Theory]
    [InlineData(1, 60, 40)]
    [InlineData(2, 60, 40)]
    [InlineData(3, 60, 40)]
    [InlineData(4, 60, 40)]
    [InlineData(5, 40, 60)]
    [InlineData(6, 40, 60)]
    [InlineData(7, 40, 60)]
    [InlineData(8, 40, 60)]
    public void Every_orientation_is_applied_and_forgotten(byte orientation, int width, int height) =>
        Assert.Equal([(width, height)], SizesOf(GivenPictures.Photograph(60, 40, orientation)));

    [Fact]
    public void A_file_that_says_more_than_pixels_does_not_pass_the_proof()
    {
        var clean = Pictures.Redraw("x", GivenPictures.Photograph(60, 40)).Picture!.Widest.WebP;

        Assert.True(PictureProof.IsClean(clean));
        Assert.False(PictureProof.IsClean(GivenPictures.WebPWithExif(60, 40)));
        Assert.False(PictureProof.IsClean(GivenPictures.Photograph(60, 40)));
        Assert.False(PictureProof.IsClean([.. clean, .. "PK\u0003\u0004"u8]));
        Assert.False(PictureProof.IsClean(GivenPictures.WebP([.. clean[12..], .. GivenPictures.Riff("ICCP", [1, 2])])));
        Assert.False(PictureProof.IsClean([]));
    }

    [Fact]
    public void A_second_file_in_the_first_does_not_survive()
    {
        var zip = Given.Zip(("evil.js", Given.Utf8("alert('evil')"))).ToArray();
        byte[] both = [.. GivenPictures.Photograph(60, 40), .. zip];
        byte[] script = [.. "GIF89a/*"u8, .. new byte[20], .. "*/=1;alert('evil')"u8];
        byte[] document = [.. "%PDF-1.4\n"u8, .. GivenPictures.Photograph(60, 40)];
        byte[] page = [.. GivenPictures.Plain(60, 40, SKEncodedImageFormat.Png), .. "<script>alert('evil')</script>"u8];

        AssertClean(both);
        AssertClean(page);
        AssertClean(script);
        Assert.Equal(DeckProblem.PictureType, Pictures.Redraw("x", document).Problem?.Code);

        static void AssertClean(byte[] file)
        {
            if (Pictures.Redraw("x", file).Picture is { } picture)
                Assert.DoesNotContain("evil", Encoding.Latin1.GetString(picture.Widest.WebP), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")]
    [InlineData("\uFEFF  \n<?xml version='1.0'?><svg/>")]
    [InlineData("<!DOCTYPE html><p>")]
    [InlineData("<html><body onload=x()>")]
    public void Svg_and_html_are_refused_in_words_whatever_they_are_called(string text)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal(DeckProblem.FileMarkup, Pictures.Redraw("school.jpg", file).Problem?.Code);
            Assert.Equal(DeckProblem.FileMarkup, DeckUpload.Read(new MemoryStream(file), "deck.md").Problem?.Code);
        }
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Thirty_thousand_pixels_square_are_refused_before_any_is_drawn(SKEncodedImageFormat format) =>
        AssertRefusedCheaply(GivenPictures.Huge(format));

    [Fact]
    public void So_are_they_in_a_gif() => AssertRefusedCheaply(GivenPictures.HugeGif());

    [Theory]
    [MemberData(nameof(WithSecrets))]
    public void A_picture_torn_anywhere_is_refused_or_clean(string kind, byte[] file)
    {
        for (var share = 1; share < 40; share++)
        {
            var reading = Pictures.Redraw(kind, file[..(file.Length * share / 40)]);
            Assert.True(
                reading.Succeeded ? PictureProof.IsClean(reading.Picture.Widest.WebP) : reading.Problem is not null
            );
        }
    }

    private static List<(int, int)> SizesOf(byte[] file)
    {
        var reading = Pictures.Redraw("x", file);
        Assert.True(reading.Succeeded, reading.Problem?.Code);
        foreach (var width in reading.Picture.Widths)
        {
            using var codec = SKCodec.Create(new MemoryStream(width.WebP));
            Assert.Equal((width.Width, width.Height), (codec.Info.Width, codec.Info.Height));
        }

        return [.. reading.Picture.Widths.Select(w => (w.Width, w.Height))];
    }

    private static void AssertRefusedCheaply(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = TimeProvider.System.GetTimestamp();

        Assert.False(Pictures.Redraw("x", file).Succeeded);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }
}
