using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Import.Pdf;
using MeetingHub.Web.Tests.Shared.Imaging;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Import;

/// <summary>A stranger's PDF is copied: what its pages draw, and nothing else that was in it.</summary>
public sealed class PdfRoomTests
{
    private const string Secret = GivenPictures.Secret;

    [Fact]
    public void Pages_keep_their_words_their_shape_and_their_order()
    {
        var (reading, copy) = Read(
            GivenPdf.Printed(
                ("Ізюм: відбудова", ["Перший рядок # не заголовок", "• Школа *без* даху"]),
                ("Étape deux", ["Rénover l’école"])
            )
        );

        Assert.Null(reading.Problem);
        Assert.Equal([(960, 540), (960, 540)], reading.Pages.Select(p => (p.Width, p.Height)));
        Assert.Equal(
            "## Ізюм: відбудова\n\nПерший рядок \\# не заголовок\n\n- Школа \\*без\\* даху",
            reading.Pages[0].Text
        );
        Assert.StartsWith("## Étape deux", reading.Pages[1].Text, StringComparison.Ordinal);
        using var document = PdfDocument.Open(copy);
        Assert.Equal(2, document.NumberOfPages);
        Assert.Contains("Ізюм", document.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_wrote_it_and_where_its_photographs_were_taken_stays_behind()
    {
        var photograph = GivenPictures.Photograph(64, 48);
        var picture = $"/XObject<</P 10 0 R>>";
        var xmp = $"<?xpacket begin=''?><x>{Secret}</x><?xpacket end='w'?>";
        var (reading, copy) = Read(
            GivenPdf.Written(
                catalog: "/Metadata 11 0 R/Lang(uk)",
                page: $"/PieceInfo<</Tool<</Private({Secret})>>>>/LastModified(D:2023)",
                resources: picture,
                trailer: "/Info 12 0 R",
                GivenPdf.Stream(
                    "/Type/XObject/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Metadata 11 0 R",
                    photograph
                ),
                GivenPdf.Stream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(xmp)),
                $"<</Author({Secret})/Producer({Secret})>>",
                $"<</Deleted({Secret})>>"
            )
        );

        Assert.Null(reading.Problem);
        Assert.DoesNotContain(Secret, EveryByte(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", EveryByte(copy), StringComparison.Ordinal);
        using var document = PdfDocument.Open(copy);
        Assert.Single(document.GetPage(1).Letters, l => l.Value == "H");
    }

    [Fact]
    public void Photographs_wrapped_in_other_filters_lose_their_places_too()
    {
        var hex = Convert.ToHexString(GivenPictures.Photograph(64, 48)) + ">";
        var (reading, copy) = Read(
            GivenPdf.Written(
                resources: "/XObject<</P 10 0 R>>",
                objects: GivenPdf.Stream(
                    "/Type/XObject/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/ASCIIHexDecode/DCTDecode]",
                    Encoding.ASCII.GetBytes(hex)
                )
            )
        );

        Assert.Null(reading.Problem);
        Assert.DoesNotContain(Secret, EveryByte(copy), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToHexString(Encoding.ASCII.GetBytes(Secret)),
            EveryByte(copy),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/F /DCT", false, null)]
    [InlineData("/Filter/DCTDecode", true, DeckProblem.PdfTraces)]
    [InlineData("/F [/AHx /DCT]", true, DeckProblem.PdfTraces)]
    public void Photographs_right_in_what_a_page_draws_are_pixels_alone_or_refused(
        string filter,
        bool isAsTaken,
        string? problem
    )
    {
        var taken = GivenPictures.Photograph(64, 48);
        var jpeg = isAsTaken ? taken : PictureTraces.Jpeg(taken);
        var data = filter.Contains("AHx", StringComparison.Ordinal)
            ? Convert.ToHexString(jpeg) + ">"
            : Encoding.Latin1.GetString(jpeg);
        var drawing = $"q 64 0 0 48 0 0 cm BI /W 64 /H 48 /CS /RGB /BPC 8 {filter} ID {data}\nEI Q";
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
            zip.Write(Encoding.Latin1.GetBytes(drawing));

        var (reading, copy) = Read(
            GivenPdf.Written(
                resources: "/XObject<</P 10 0 R>>",
                objects: GivenPdf.Stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 64 48]/Filter/FlateDecode",
                    packed.ToArray()
                )
            )
        );

        Assert.Equal(problem, reading.Problem);
        Assert.DoesNotContain(Secret, EveryByte(copy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "", "actions")]
    [InlineData("/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(evil)>>]>>>>", "", "attachments")]
    [InlineData("/Names<</EmbeddedFiles<</Names[(evil.exe)<</EF<</F 10 0 R>>>>]>>>>", "", "attachments")]
    [InlineData("/AA<</WC<</S/Launch/F(evil.exe)>>>>", "", "actions")]
    [InlineData("/AcroForm<</Fields[]/XFA 10 0 R>>", "", "forms")]
    [InlineData(
        "",
        "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://evil.example)>>>>]",
        "annotations"
    )]
    [InlineData(
        "",
        "/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<</x(evil)>>>>]",
        "annotations"
    )]
    [InlineData("", "/AA<</O<</S/JavaScript/JS(evil)>>>>", "")]
    public void What_could_act_is_left_out_and_its_author_is_told(string catalog, string page, string told)
    {
        var (reading, copy) = Read(
            GivenPdf.Written(catalog, page, objects: GivenPdf.Stream("/Type/EmbeddedFile", "evil"u8.ToArray()))
        );

        Assert.Null(reading.Problem);
        Assert.Equal(told.Length == 0 ? [] : [told], reading.LeftOut);
        var all = EveryByte(copy);
        foreach (
            var word in (string[])
                ["evil", "JavaScript", "Launch", "EmbeddedFile", "RichMedia", "XFA", "app.alert", "URI"]
        )
            Assert.DoesNotContain(word, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_files_are_refused()
    {
        var encrypted = GivenPdf.Written(
            trailer: "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<"
                + new string('0', 64)
                + ">/U<"
                + new string('0', 64)
                + ">>>"
        );

        Assert.Equal(DeckProblem.PdfEncrypted, Read(encrypted).Reading.Problem);
    }

    [Fact]
    public void Hidden_layers_are_refused()
    {
        const string layers = "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>";
        var pdf = GivenPdf.Written(catalog: layers, objects: "<</Type/OCG/Name(substations)>>");
        Assert.Equal(DeckProblem.PdfHiddenLayers, Read(pdf).Reading.Problem);
    }

    [Fact]
    public void Pages_that_lead_in_a_circle_and_endless_nests_are_broken_files()
    {
        var circle = Encoding
            .Latin1.GetString(GivenPdf.Written())
            .Replace("/Kids[3 0 R]", "/Kids[2 0 R]", StringComparison.Ordinal);
        var nest = GivenPdf.Written(resources: $"/X {new string('[', 20_000)}{new string(']', 20_000)}");

        Assert.Equal(DeckProblem.PdfBroken, Read(Encoding.Latin1.GetBytes(circle)).Reading.Problem);
        Assert.Equal(DeckProblem.PdfBroken, Read(nest).Reading.Problem);
    }

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var pages = Enumerable.Range(0, PdfRoom.MaxPages + 1).Select(i => ($"{i}", Array.Empty<string>())).ToArray();
        Assert.Equal(DeckProblem.PdfTooManyPages, Read(GivenPdf.Printed(pages)).Reading.Problem);
    }

    [Fact]
    public void A_torn_or_damaged_file_is_refused_or_read_and_never_throws()
    {
        var good = GivenPdf.Printed(("Ізюм", ["a", "b"]));
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var bad = good[..(good.Length * (i + 1) / 61)];
            AssertRefusedOrClean(bad);
            bad = [.. good];
            for (var n = 0; n < 10; n++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            AssertRefusedOrClean(bad);
        }

        Assert.Equal(DeckProblem.PdfBroken, Read("%PDF-1.7\n"u8.ToArray()).Reading.Problem);
        Assert.Equal(DeckProblem.PdfBroken, Read([]).Reading.Problem);

        static void AssertRefusedOrClean(byte[] file)
        {
            var (reading, copy) = Read(file);
            Assert.Equal(reading.Problem is not null, copy.Length == 0);
            Assert.DoesNotContain(Secret, EveryByte(copy), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_deleted_by_an_earlier_saving_is_not_in_the_copy()
    {
        var first = Encoding.Latin1.GetString(GivenPdf.Written(objects: $"<</Old({Secret})>>"));
        var (reading, copy) = Read(Encoding.Latin1.GetBytes(first));
        Assert.Null(reading.Problem);
        Assert.DoesNotContain(Secret, EveryByte(copy), StringComparison.Ordinal);
    }

    private static (PdfReading Reading, byte[] Copy) Read(byte[] file)
    {
        using var copy = new MemoryStream();
        var reading = PdfRoom.Read(file, copy);
        return (reading, copy.ToArray());
    }

    /// <summary>The file's bytes, and those of every stream in it unpacked.</summary>
    private static string EveryByte(byte[] file)
    {
        var all = new StringBuilder(Encoding.Latin1.GetString(file));
        if (file.Length == 0)
            return "";
        using var document = PdfDocument.Open(file);
        foreach (var key in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (document.Structure.GetObject(key).Data is StreamToken stream)
                all.Append(
                    Encoding.Latin1.GetString(
                        stream.StreamDictionary.TryGet(NameToken.Create("Filter"), out NameToken f)
                        && f.Data == "FlateDecode"
                            ? stream.Decode(UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance).Span
                            : stream.Data.Span
                    )
                );
        }

        return all.ToString();
    }
}
