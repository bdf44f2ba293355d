using AngleSharp.Html.Parser;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Figures;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Out;

public class SketchReadingTests
{
    [Fact]
    public void What_was_drawn_for_the_room_is_read_back_for_paper()
    {
        Sketch drawn = new(
            960,
            300,
            [
                new Box(0, 10, 200.5m, 22, Ink.Bad, 3),
                new Words(212, 28, "44 %", 20, Ink.Words, Anchor.End, IsBold: true),
                new Words(0, 8, "Школи", 18, Ink.Muted),
                new Stroke(1, 2, 3, 4, Ink.Line, 2),
                new Dot(5, 6, 7, Ink.GradeSevere),
                new Area(
                    [
                        [new(0, 0), new(10, 0), new(10, 10.5m)],
                        [new(1, 1), new(2, 1), new(2, 2)],
                    ],
                    Ink.Land,
                    Ink.Paper
                ),
            ]
        );
        var svg = new HtmlParser()
            .ParseDocument(
                SketchSvg.Of(drawn, "title", "summary").ToString(System.Xml.Linq.SaveOptions.DisableFormatting)
            )
            .QuerySelector("svg")!;

        var read = SketchReading.Of(svg)!;
        Assert.Equal((drawn.Width, drawn.Height), (read.Width, read.Height));
        Assert.Equal(drawn.Shapes.SkipLast(1), read.Shapes.SkipLast(1));
        var (before, after) = ((Area)drawn.Shapes[^1], (Area)read.Shapes[^1]);
        Assert.Equal((before.Fill, before.Edge), (after.Fill, after.Edge));
        Assert.Equal(before.Rings, after.Rings);
    }
}
