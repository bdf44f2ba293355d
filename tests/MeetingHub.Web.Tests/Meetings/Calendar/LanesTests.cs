using MeetingHub.Web.Meetings.Calendar;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

public class LanesTests
{
    [Fact]
    public void What_overlaps_nothing_has_the_whole_width() =>
        Assert.Equal([new Lane(0, 1), new Lane(0, 1)], Lanes.Of([(0, 4), (4, 8)]));

    [Fact]
    public void Two_at_once_stand_beside_each_other() =>
        Assert.Equal([new Lane(0, 2), new Lane(1, 2)], Lanes.Of([(0, 4), (2, 6)]));

    [Fact]
    public void A_lane_that_is_free_again_is_used_again() =>
        Assert.Equal([new Lane(0, 2), new Lane(1, 2), new Lane(0, 2)], Lanes.Of([(0, 4), (2, 10), (5, 7)]));

    [Fact]
    public void Those_that_touch_only_through_another_share_its_width_and_later_ones_do_not() =>
        Assert.Equal(
            [new Lane(0, 3), new Lane(1, 3), new Lane(2, 3), new Lane(0, 1)],
            Lanes.Of([(0, 9), (1, 3), (2, 5), (9, 12)])
        );

    [Fact]
    public void Nothing_is_nothing() => Assert.Empty(Lanes.Of([]));

    [Fact]
    public void No_two_in_one_lane_ever_overlap()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var spans = Enumerable
                .Range(0, random.Next(1, 12))
                .Select(_ => random.Next(0, 90))
                .Select(from => (From: from, To: from + random.Next(1, 12)))
                .OrderBy(s => s.From)
                .ToList();
            var lanes = Lanes.Of(spans);
            for (var i = 0; i < spans.Count; i++)
            {
                Assert.InRange(lanes[i].Index, 0, lanes[i].Of - 1);
                for (var j = 0; j < i; j++)
                {
                    if (spans[j].To > spans[i].From)
                        Assert.True(lanes[i].Index != lanes[j].Index && lanes[i].Of == lanes[j].Of);
                }
            }
        }
    }
}
