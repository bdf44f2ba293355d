using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Import.Slides;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Documents;

/// <summary>A stranger's presentation: its words and notes are read, and nothing in it leads out.</summary>
public sealed class SlidesRoomTests
{
    [Fact]
    public void Visible_slides_give_their_words_and_their_notes()
    {
        var (reading, _) = Read(GivenSlides.Pptx());

        Assert.Null(reading.Problem);
        Assert.Equal(
            [
                new("## Школи Ізюма\n\n- Дах зруйновано\n- Учні вдома", "Скажіть повільно."),
                new("## Наступні кроки", ""),
            ],
            reading.Slides
        );
    }

    [Fact]
    public void What_lies_elsewhere_or_acts_is_not_in_what_the_office_opens()
    {
        var (reading, clean) = Read(
            GivenSlides.Pptx(("ppt/embeddings/oleObject1.bin", "evil"), ("ppt/activeX/activeX1.xml", "<evil/>"))
        );

        Assert.Null(reading.Problem);
        using var zip = new ZipArchive(new MemoryStream(clean));
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open(), Encoding.Latin1);
            var all = text.ReadToEnd();
            Assert.DoesNotContain("tracker.example", all, StringComparison.Ordinal);
            Assert.DoesNotContain("evil", all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Macros_are_refused_whatever_the_file_is_called() =>
        Assert.Equal(DeckProblem.SlidesMacros, Read(GivenSlides.Pptx(("ppt/vbaProject.bin", "evil"))).Reading.Problem);

    [Fact]
    public void A_bomb_is_refused_by_counting()
    {
        var zeros = new string('0', 60_000_000);
        var many = Enumerable.Range(0, 5).Select(i => ($"ppt/media/{i}.xml", zeros)).ToArray();
        Assert.Equal(DeckProblem.SlidesTooHard, Read(GivenSlides.Pptx(many)).Reading.Problem);
    }

    [Fact]
    public void Broken_files_and_entities_are_refused_and_never_throw()
    {
        var good = GivenSlides.Pptx();
        for (var share = 1; share < 20; share++)
            Assert.NotNull(Read(good[..(good.Length * share / 20)]).Reading.Problem);
        var laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><Relationships>&b;</Relationships>";
        Assert.Equal(
            DeckProblem.SlidesBroken,
            Read(GivenSlides.Pptx(("ppt/slides/_rels/slide1.xml.rels", laughs))).Reading.Problem
        );
        Assert.Equal(DeckProblem.SlidesBroken, Read(Given.Zip(("a.txt", [1])).ToArray()).Reading.Problem);
    }

    private static (SlidesReading Reading, byte[] Clean) Read(byte[] file)
    {
        using var copy = new MemoryStream();
        var reading = SlidesRoom.Read(file, copy);
        return (reading, copy.ToArray());
    }
}
