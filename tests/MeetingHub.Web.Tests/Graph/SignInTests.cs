using MeetingHub.Web.Graph;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>The application's own sign-in: tokens are kept, renewed and thrown away.</summary>
public sealed class SignInTests : IAsyncDisposable
{
    private readonly Office office = new();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        await office.Put();
        await office.Tick();
        await office.Revise(p => p with { Minutes = p.Minutes + 15 });
        await office.Tick();

        Assert.Equal(2, office.Graph.Asked.Count);
        Assert.Equal(1, office.Graph.Tokens.Given);
        Assert.True(office.Graph.Complaints.Count == 0, string.Join("; ", office.Graph.Complaints));
    }

    [Fact]
    public async Task A_token_that_runs_out_is_renewed_before_it_is_used_again()
    {
        office.Graph.Tokens.LifetimeSeconds = 60;
        await office.Put();
        await office.Tick();
        office.Graph.Tokens.EndAll();

        await office.Revise(p => p with { Minutes = p.Minutes + 15 });
        await office.Tick();

        Assert.Equal(2, office.Graph.Tokens.Given);
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
        Assert.Equal(2, office.Graph.Asked.Count);
    }

    [Fact]
    public async Task A_token_refused_before_its_time_is_replaced_at_the_next_try()
    {
        await office.Put();
        await office.Tick();
        office.Graph.Tokens.EndAll();

        await office.Revise(p => p with { Minutes = p.Minutes + 15 });
        await office.Tick();
        Assert.Equal(GraphFault.SignInRefused, (await office.Copy()).LastFault);

        Assert.Equal(CopyState.Done, (await office.Settle()).State);
        Assert.Equal(2, office.Graph.Tokens.Given);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_and_mended_by_the_right_one()
    {
        office.Graph.Tokens.KnowsTheSecret = false;
        await office.Put();

        var copy = await office.Settle();

        Assert.Equal((CopyState.Refused, GraphFault.SignInRefused), (copy.State, copy.LastFault));
        Assert.Empty(office.Graph.Asked);
    }

    [Fact]
    public async Task A_sign_in_out_of_order_is_waited_for()
    {
        office.Graph.Tokens.Status = 503;
        await office.Put();
        await office.Tick();
        Assert.Equal(GraphFault.Overloaded, (await office.Copy()).LastFault);

        office.Graph.Tokens.Status = null;
        office.Clock.Advance(Duration.FromMinutes(1));
        await office.Tick();

        Assert.Equal(CopyState.Done, (await office.Copy()).State);
    }
}
