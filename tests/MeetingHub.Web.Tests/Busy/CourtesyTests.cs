using MeetingHub.Web.Busy;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public class CourtesyTests
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 10, 20, 9, 0));
    private readonly Courtesy courtesy;

    public CourtesyTests() => courtesy = new Courtesy(clock);

    [Fact]
    public async Task A_place_is_asked_once_a_minute_at_most()
    {
        await Served(null);
        clock.Advance(Duration.FromSeconds(59));
        Assert.True(await MustWait());
        clock.Advance(Duration.FromSeconds(1));
        Assert.False(await MustWait());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(30, 30)]
    [InlineData(6000, 60)]
    public async Task A_server_may_ask_for_more_peace_up_to_an_hour(int asked, int minutes)
    {
        await Served(Duration.FromMinutes(asked));
        clock.Advance(Duration.FromMinutes(minutes) - Duration.Epsilon);
        Assert.True(await MustWait());
        clock.Advance(Duration.Epsilon);
        Assert.False(await MustWait());
    }

    [Fact]
    public async Task A_failing_place_is_asked_ever_less_often()
    {
        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            using (var turn = await courtesy.Enter("place", CancellationToken.None))
            {
                Assert.False(turn.MustWait);
                turn.Failed(BusyFault.NotReachable);
            }

            clock.Advance(Duration.FromMinutes(minutes) - Duration.Epsilon);
            Assert.True(await MustWait());
            clock.Advance(Duration.Epsilon);
        }
    }

    [Fact]
    public async Task A_failing_place_may_ask_for_peace_too()
    {
        using (var turn = await courtesy.Enter("place", CancellationToken.None))
            turn.Failed(BusyFault.NotReachable, Duration.FromMinutes(20));

        clock.Advance(Duration.FromMinutes(19));
        Assert.True(await MustWait());
        clock.Advance(Duration.FromMinutes(1));
        Assert.False(await MustWait());
    }

    [Fact]
    public async Task Whoever_comes_meanwhile_waits_for_the_first()
    {
        var first = await courtesy.Enter("place", CancellationToken.None);
        var second = courtesy.Enter("place", CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Served(null);
        first.Dispose();

        using var turn = await second;
        Assert.True(turn.MustWait);
        Assert.Null(turn.LastFault);
    }

    private async Task Served(Duration? maxAge)
    {
        using var turn = await courtesy.Enter("place", CancellationToken.None);
        turn.Served(maxAge);
    }

    private async Task<bool> MustWait()
    {
        using var turn = await courtesy.Enter("place", CancellationToken.None);
        var must = turn.MustWait;
        if (!must)
            turn.Served(null);
        return must;
    }
}
