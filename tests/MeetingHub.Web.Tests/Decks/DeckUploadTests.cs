using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Import;
using SkiaSharp;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class DeckUploadTests
{
    private static readonly byte[] Deck = Given.Utf8(Given.Deck("# a\ntext"));

    [Fact]
    public void A_markdown_file_alone_is_a_deck()
    {
        var reading = DeckUpload.Read(new MemoryStream([0xEF, 0xBB, 0xBF, .. Deck]), "Deck.MD");

        Assert.True(reading.Succeeded);
        Assert.StartsWith("---\n", reading.Upload.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_folder_gives_the_deck_and_its_pictures_by_file_name()
    {
        var reading = Read(
            ("izium/", []),
            ("izium/deck.md", Deck),
            ("izium/img/school.png", Picture(40, 30, SKEncodedImageFormat.Png)),
            ("__MACOSX/izium/._deck.md", [1, 2, 3]),
            ("izium/.DS_Store", [0])
        );

        Assert.True(reading.Succeeded);
        Assert.Equal(["school.png"], reading.Upload.Pictures.Keys);
        Assert.Equal((40, 30, SKEncodedImageFormat.Webp), ShapeOf(reading.Upload.Pictures["school.png"].Widest.WebP));
    }

    [Fact]
    public void A_wide_picture_becomes_1600_wide() =>
        Assert.Equal(
            (1600, 400, SKEncodedImageFormat.Webp),
            ShapeOf(Redrawn(Picture(3200, 800, SKEncodedImageFormat.Jpeg)))
        );

    [Fact]
    public void A_picture_called_jpg_may_be_a_png_but_not_something_else()
    {
        Assert.True(Read(("d.md", Deck), ("x.jpg", Picture(4, 4, SKEncodedImageFormat.Png))).Succeeded);
        Refused(DeckProblem.FileMarkup, ("d.md", Deck), ("x.png", Given.Utf8("<svg xmlns='…'><script/></svg>")));
        Refused(DeckProblem.PictureType, ("d.md", Deck), ("x.png", Given.Utf8("MZ executable")));
        Refused(DeckProblem.FileMarkup, ("d.md", Deck), ("x.svg", Given.Utf8("<svg/>")));
    }

    [Fact]
    public void A_picture_comes_out_upright_and_without_the_place_where_it_was_taken()
    {
        var jpeg = WithExif(Picture(40, 20, SKEncodedImageFormat.Jpeg), orientation: 6, secret: "GPS 49.2088 N");

        var webp = Redrawn(jpeg);

        Assert.Equal((20, 40, SKEncodedImageFormat.Webp), ShapeOf(webp));
        Assert.DoesNotContain("GPS 49", Encoding.Latin1.GetString(webp), StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(webp), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(1, "left")]
    [InlineData(2, "right")]
    [InlineData(3, "right")]
    [InlineData(4, "left")]
    [InlineData(5, "top")]
    [InlineData(6, "top")]
    [InlineData(7, "bottom")]
    [InlineData(8, "bottom")]
    public void Each_orientation_puts_the_dark_left_edge_where_a_camera_means_it(byte orientation, string side)
    {
        using var upright = SKBitmap.Decode(Redrawn(WithExif(HalfDark(), orientation, "")));
        var (w, h) = (upright.Width, upright.Height);
        var (x, y) = side switch
        {
            "left" => (w / 8, h / 2),
            "right" => (w - 1 - (w / 8), h / 2),
            "top" => (w / 2, h / 8),
            _ => (w / 2, h - 1 - (h / 8)),
        };

        Assert.InRange(upright.GetPixel(x, y).Red, 0, 60);
        Assert.InRange(upright.GetPixel(w - 1 - x, h - 1 - y).Red, 195, 255);
    }

    [Fact]
    public void A_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded()
    {
        var png = Picture(4, 4, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));

        Refused(DeckProblem.PicturePixels, ("d.md", Deck), ("x.png", png));
    }

    [Fact]
    public void Half_a_picture_is_broken()
    {
        var png = Picture(400, 400, SKEncodedImageFormat.Png);

        Refused(DeckProblem.PictureBroken, ("d.md", Deck), ("x.png", png[..(png.Length / 2)]));
        Refused(DeckProblem.PictureBroken, ("d.md", Deck), ("x.png", png[..20]));
    }

    [Theory]
    [InlineData("../x.png")]
    [InlineData("a/../../x.png")]
    [InlineData("/etc/x.png")]
    [InlineData("C:\\x.png")]
    [InlineData("a\\x.png")]
    [InlineData("a//x.png")]
    [InlineData("x\n.png")]
    [InlineData("x\u202Egnp.png")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Refused(DeckProblem.ZipName, ("d.md", Deck), (name, Picture(4, 4, SKEncodedImageFormat.Png)));

    [Fact]
    public void A_bomb_is_refused_after_as_many_bytes_as_are_allowed()
    {
        var zeros = new byte[60 * 1024 * 1024];
        Refused(DeckProblem.PictureTooLarge, ("d.md", Deck), ("x.png", zeros));
        Refused(DeckProblem.TooLong, ("d.md", zeros));
        var five = new byte[5 * 1024 * 1024];
        var many = Enumerable.Range(0, 6).Select(i => ($"{i}.png", five));
        Refused(DeckProblem.FileTooLarge, [("d.md", Deck), .. many]);
    }

    [Fact]
    public void A_header_that_lies_about_its_size_is_not_believed()
    {
        var zip = Given.Zip(("d.md", Deck), ("x.png", new byte[20 * 1024 * 1024])).ToArray();
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 10);

        Assert.False(DeckUpload.Read(new MemoryStream(zip), "x.zip").Succeeded);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var some = Enumerable.Range(0, 101).Select(i => ($"{i}.png", Array.Empty<byte>()));
        var many = Enumerable.Range(0, 5_000).Select(i => ($"{i}.png", Array.Empty<byte>()));

        Refused(DeckProblem.ZipTooMany, [.. some]);
        Refused(DeckProblem.ZipTooMany, [.. many]);
    }

    [Fact]
    public void Links_encrypted_files_nested_archives_and_doubled_names_are_refused()
    {
        var png = Picture(4, 4, SKEncodedImageFormat.Png);

        Refused(DeckProblem.ZipNested, ("d.md", Deck), ("x.png", Given.Zip(("y", [1])).ToArray()));
        Refused(DeckProblem.ZipDuplicate, ("d.md", Deck), ("a/x.png", png), ("b/X.png", png));
        Assert.Equal(DeckProblem.ZipLink, Read(WithAttributes(0xA1FF << 16)).Problem?.Code);
        Assert.Equal(DeckProblem.ZipEncrypted, Read(Encrypted()).Problem?.Code);
    }

    [Fact]
    public void An_archive_holds_exactly_one_deck()
    {
        Refused(DeckProblem.ZipOneDeck, ("x.png", Picture(4, 4, SKEncodedImageFormat.Png)));
        Refused(DeckProblem.ZipOneDeck, ("a.md", Deck), ("b.md", Deck));
    }

    [Fact]
    public void Other_files_other_encodings_and_torn_archives_are_refused_in_words()
    {
        var torn = Given.Zip(("d.md", Deck)).ToArray()[..60];

        Assert.Equal(DeckProblem.FileType, DeckUpload.Read(new MemoryStream(Deck), "deck.pptx").Problem?.Code);
        Assert.Equal(DeckProblem.FileType, DeckUpload.Read(new MemoryStream(Deck), "deck.zip").Problem?.Code);
        Assert.Equal(DeckProblem.ZipBroken, Read(new MemoryStream(torn)).Problem?.Code);
        var windows1251 = new MemoryStream([0xB2, 0xE7, 0xFE, 0xEC]);
        Assert.Equal(DeckProblem.NotUtf8, DeckUpload.Read(windows1251, "deck.md").Problem?.Code);
    }

    [Fact]
    public void Random_damage_to_an_archive_never_throws()
    {
        var good = Given.Zip(("d.md", Deck), ("x.png", Picture(60, 60, SKEncodedImageFormat.Png))).ToArray();
        var random = new Random(11);
        for (var i = 0; i < 500; i++)
        {
            var bad = good.ToArray();
            for (var n = 0; n < 6; n++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            var reading = Read(new MemoryStream(bad));
            Assert.NotEqual(reading.Upload is null, reading.Problem is null);
        }
    }

    private static DeckUploadReading Read(params (string, byte[])[] files) => Read(Given.Zip(files));

    private static DeckUploadReading Read(Stream zip) => DeckUpload.Read(zip, "deck.zip");

    private static void Refused(string code, params (string, byte[])[] files) =>
        Assert.Equal(code, Read(files).Problem?.Code);

    private static byte[] Redrawn(byte[] picture) =>
        Read(("d.md", Deck), ("x.jpg", picture)).Upload!.Pictures["x.jpg"].Widest.WebP;

    private static (int, int, SKEncodedImageFormat) ShapeOf(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        return (codec.Info.Width, codec.Info.Height, codec.EncodedFormat);
    }

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var i = 0; i < width * height; i += 3)
            bitmap.SetPixel(i % width, i / width, new SKColor((uint)(i * 2654435761)).WithAlpha(255));
        return bitmap.Encode(format, 90).ToArray();
    }

    private static byte[] HalfDark()
    {
        using var bitmap = new SKBitmap(64, 32);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.DrawRect(0, 0, 32, 32, new SKPaint { Color = SKColors.Black });
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
    }

    /// <summary>An APP1 segment with the one tag that matters, and a text that must not survive.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation, string secret)
    {
        byte[] tiff =
        [
            .. "MM"u8,
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff, .. Encoding.ASCII.GetBytes(secret)];
        var length = body.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }

    private static MemoryStream WithAttributes(int attributes)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("x.md");
            entry.ExternalAttributes = attributes;
            using var content = entry.Open();
            content.Write(Given.Utf8("/etc/passwd"));
        }

        stream.Position = 0;
        return stream;
    }

    private static MemoryStream Encrypted()
    {
        var zip = Given.Zip(("d.md", Deck)).ToArray();
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return new MemoryStream(zip);
    }
}
