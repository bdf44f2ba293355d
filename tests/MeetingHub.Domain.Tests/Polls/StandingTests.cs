using MeetingHub.Domain.Polls;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using static MeetingHub.Domain.Tests.Cast;
using static MeetingHub.Domain.Tests.Polls.GivenPoll;

namespace MeetingHub.Domain.Tests.Polls;

public class StandingTests
{
    private static readonly Customs Kyiv = new(LocalHours.Office("Europe/Kyiv"));
    private static readonly Customs Paris = new(LocalHours.Office("Europe/Paris"));

    [Fact]
    public void Whoever_is_required_comes_before_any_number_of_others() =>
        AssertOrder(
            [Noon, Morning, Night],
            Of(Mayor, (Morning, Vote.No), (Noon, Vote.IfNeedBe), (Night, Vote.No)),
            Of(Councillor, (Morning, Vote.Yes), (Noon, Vote.No), (Night, Vote.No)),
            Of(HostGuest, (Morning, Vote.Yes), (Noon, Vote.No), (Night, Vote.No))
        );

    [Fact]
    public void The_fewest_who_cannot_come_before_the_most_who_can() =>
        AssertOrder(
            [Noon, Morning, Night],
            Of(Mayor, (Morning, Vote.Yes), (Noon, Vote.IfNeedBe), (Night, Vote.Yes)),
            Of(Councillor, (Morning, Vote.Yes), (Noon, Vote.IfNeedBe), (Night, Vote.No)),
            Of(HostGuest, (Morning, Vote.No), (Noon, Vote.IfNeedBe), (Night, Vote.No))
        );

    [Fact]
    public void Then_the_most_who_can_without_need() =>
        AssertOrder(
            [Noon, Morning, Night],
            Of(Mayor, (Morning, Vote.IfNeedBe), (Noon, Vote.Yes), (Night, Vote.IfNeedBe))
        );

    [Fact]
    public void Among_equals_the_least_hard_on_those_on_whom_it_is_hardest_then_the_earliest()
    {
        var standing = Standing.Of(Open, [], [Kyiv, Paris]);

        Assert.Equal([Morning, Noon, Night], standing.Select(s => s.Option));
        Assert.Equal(Kyiv, standing[2].Hardest!.Customs);
        Assert.True(standing[2].Hardest!.Burden > 0);
    }

    [Fact]
    public void A_curfew_is_worse_than_any_hour()
    {
        var curfew = new Customs(
            LocalHours.Office("Europe/Kyiv") with
            {
                CurfewFrom = new(10, 0),
                CurfewTo = new(11, 0),
            }
        );
        Assert.Equal([Noon, Night, Morning], Standing.Of(Open, [], [curfew, Paris]).Select(s => s.Option));
    }

    [Fact]
    public void Silence_is_counted_and_is_no_refusal()
    {
        var standing = Standing.Of(Open, [Of(Councillor, (Morning, Vote.Yes))], [Kyiv]);

        Assert.Equal((1, 0, 0, 2), (standing[0].Yes, standing[0].IfNeedBe, standing[0].No, standing[0].Silent));
        Assert.All(standing, s => Assert.True(s.IsFeasible));
    }

    [Fact]
    public void Who_is_required_and_cannot_is_named()
    {
        var standing = Standing.Of(Open, [Of(Mayor, (Morning, Vote.No)), Of(Councillor, (Morning, Vote.No))], [Kyiv]);
        Assert.Equal([Mayor.PersonId], standing[^1].Hindered);
    }

    private static void AssertOrder(PollOption[] expected, params Ballot[] ballots) =>
        Assert.Equal(expected, Standing.Of(Open, ballots, [Kyiv, Paris]).Select(s => s.Option));
}
