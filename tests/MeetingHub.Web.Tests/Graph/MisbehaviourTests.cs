using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>Microsoft 365 on a bad day: nothing is lost, nothing is done twice, nothing blocks.</summary>
public sealed class MisbehaviourTests : IAsyncDisposable
{
    private readonly Office office = new();

    private FakeGraph Graph => office.Graph;

    public async ValueTask DisposeAsync()
    {
        Assert.True(Graph.Complaints.Count == 0, string.Join("; ", Graph.Complaints));
        await office.DisposeAsync();
    }

    [Fact]
    public async Task Told_to_wait_ten_minutes_it_neither_blocks_nor_asks_sooner()
    {
        Graph.Next(Misbehaving.Throttling(600));
        await office.Put();
        var began = TimeProvider.System.GetTimestamp();

        await office.Tick();

        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
        var copy = await office.Copy();
        Assert.Equal((CopyState.Retrying, GraphFault.Overloaded), (copy.State, copy.LastFault));
        office.Clock.AdvanceSeconds(599);
        Assert.Equal(0, await office.Tick());
        office.Clock.AdvanceSeconds(1);
        Assert.Equal(1, await office.Tick());
        Assert.Single(Graph.Mailboxes.Standing);
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
    }

    [Fact]
    public async Task Out_of_order_for_hours_it_is_asked_ever_more_seldom_and_never_given_up()
    {
        Graph.Always = Misbehaving.Status(503, "ServiceUnavailable");
        await office.Put();

        await office.Settle();

        Assert.Equal(CopyState.Retrying, (await office.Copy()).State);
        Assert.InRange(Graph.Asked.Count, 8, 12);
        Assert.False(await office.Ask(db => db.Tray.AnyAsync()));

        Graph.Always = null;
        Assert.Equal(CopyState.Done, (await office.Settle()).State);
        Assert.Single(Graph.Mailboxes.Standing);
    }

    [Fact]
    public async Task After_the_meeting_it_is_given_up()
    {
        Graph.Always = Misbehaving.Status(503, "ServiceUnavailable");
        var meeting = await office.Put();
        await office.Tick();

        office.Clock.Reset(meeting.Plan.End + Duration.FromDays(2));
        await office.Tick();

        Assert.Equal(CopyState.Refused, (await office.Copy()).State);
    }

    public static TheoryData<string> Passing => ["silence", "garbage", "html", "nothing", "reset", "gateway", "clash"];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again(string how)
    {
        var (misbehaviour, fault) = how switch
        {
            "silence" => (Misbehaving.Silence, GraphFault.TooSlow),
            "garbage" => (Misbehaving.Body(201, "application/json", "{\"id\": \"AA"), GraphFault.Garbled),
            "html" => (Misbehaving.Body(200, "text/html", "<html>Log in to the proxy</html>"), GraphFault.Garbled),
            "nothing" => (Misbehaving.Body(201, "application/json", "{}"), GraphFault.Garbled),
            "reset" => (Misbehaving.Reset, GraphFault.NotReachable),
            "gateway" => (Misbehaving.Body(504, "text/html", "<html>504</html>"), GraphFault.Overloaded),
            _ => (Misbehaving.Status(409, "ErrorIrresolvableConflict"), GraphFault.Overloaded),
        };
        Graph.Next(misbehaviour);
        await office.Put();

        await office.Tick();

        Assert.Equal(fault, (await office.Copy()).LastFault);
        Assert.Equal(CopyState.Done, (await office.Settle()).State);
        Assert.Single(Graph.Mailboxes.Standing);
        Assert.Equal(2, Graph.Asked.Count);
        Assert.Equal(Graph.Asked[0].Text("transactionId"), Graph.Asked[1].Text("transactionId"));
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_event()
    {
        Graph.Next(Misbehaving.LostAnswer, Misbehaving.LostAnswer);
        await office.Put();

        await office.Settle();

        Assert.Equal(3, Graph.Asked.Count);
        Assert.Single(Graph.Asked.Select(a => a.Text("transactionId")).Distinct());
        Assert.Equal(Assert.Single(Graph.Mailboxes.Everything).Id, (await office.Copy()).EventId);
    }

    [Fact]
    public async Task Changed_between_a_lost_answer_and_the_next_try_the_event_is_found_and_then_moved()
    {
        Graph.Next(Misbehaving.LostAnswer);
        await office.Put();
        await office.Tick();

        await office.Revise(p => p with { Start = p.Start + Duration.FromHours(2), Local = p.Local.PlusHours(2) });
        await office.Settle();

        var only = Assert.Single(Graph.Mailboxes.Everything);
        Assert.Equal((await office.Meeting()).Plan.Start.ToDateTimeUtc(), GraphRules.Moment(only.Start));
        Assert.Equal(["POST", "POST", "PATCH"], Graph.Asked.Select(a => a.Method));
    }

    [Fact]
    public async Task A_crash_between_the_answer_and_saving_it_makes_no_second_event()
    {
        await office.Put();
        await office.Tick();
        // As the row stands on disk when the process dies before the answer is saved.
        await office.Ask(db =>
            db.CalendarCopies.ExecuteUpdateAsync(set =>
                set.SetProperty(c => c.Done, 0)
                    .SetProperty(c => c.EventId, (string?)null)
                    .SetProperty(c => c.TeamsLink, (string?)null)
                    .SetProperty(c => c.PlacedLink, (string?)null)
            )
        );

        await office.Settle();

        Assert.Single(Graph.Mailboxes.Everything);
        Assert.Equal(Graph.Mailboxes.Everything[0].Id, (await office.Copy()).EventId);
        Assert.Equal(Graph.Mailboxes.Everything[0].JoinUrl, (await office.Meeting()).Plan.VideoLink);
    }

    [Fact]
    public async Task Taken_out_after_a_lost_answer_the_event_that_nobody_heard_of_goes_too()
    {
        Graph.Next(Misbehaving.LostAnswer);
        var meeting = await office.Put();
        await office.Tick();

        await office.Copies.TakeOut(meeting.Id, Hall.Secretary(meeting, Side.Host));
        await office.Settle();

        Assert.Single(Graph.Mailboxes.Everything);
        Assert.Empty(Graph.Mailboxes.Standing);
        Assert.Equal(CopyState.Out, (await office.Copy()).State);
    }

    [Theory]
    [InlineData(403, "ErrorAccessDenied", GraphFault.NotPermitted)]
    [InlineData(404, "ErrorInvalidUser", GraphFault.NotFound)]
    [InlineData(400, "ErrorInvalidRequest", GraphFault.Rejected)]
    public async Task What_waiting_does_not_mend_is_put_before_the_secretaries_once(
        int status,
        string code,
        GraphFault fault
    )
    {
        Graph.Always = Misbehaving.Status(status, code);
        var meeting = await office.Put();

        var copy = await office.Settle();

        Assert.Equal((CopyState.Refused, fault), (copy.State, copy.LastFault));
        Assert.Equal(4, Graph.Asked.Count);
        var entry = Assert.Single(await office.Ask(db => db.Tray.ToListAsync()));
        Assert.Equal(
            (TrayKind.Microsoft365, meeting.HostId, (Guid?)meeting.Id),
            (entry.Kind, entry.CommunityId, entry.MeetingId)
        );
        office.Clock.AdvanceHours(24);
        Assert.Equal(0, await office.Tick());

        // Pressed while it is as it was: no second entry. Pressed when it is mended: done.
        Assert.Null(await office.Copies.TryAgain(meeting.Id, Hall.Secretary(meeting, Side.Host)));
        await office.Settle();
        Assert.Equal(1, await office.Ask(db => db.Tray.CountAsync()));
        Graph.Always = null;
        await office.Copies.TryAgain(meeting.Id, Hall.Secretary(meeting, Side.Host));
        Assert.Equal(CopyState.Done, (await office.Settle()).State);
        Assert.Single(Graph.Mailboxes.Standing);
    }

    [Fact]
    public async Task A_refused_copy_is_tried_again_when_the_meeting_changes()
    {
        Graph.Always = Misbehaving.Status(403, "ErrorAccessDenied");
        await office.Put();
        await office.Settle();
        Graph.Always = null;

        await office.Revise(p => p with { Minutes = p.Minutes + 15 });

        Assert.Equal(CopyState.Done, (await office.Settle()).State);
    }

    [Fact]
    public async Task Without_a_Teams_licence_the_event_stands_and_a_person_is_told()
    {
        Graph.Mailboxes.GivesTeamsLinks = false;
        await office.Put();

        var copy = await office.Settle();

        Assert.Equal((CopyState.Refused, GraphFault.NoTeamsLink), (copy.State, copy.LastFault));
        Assert.Single(Graph.Mailboxes.Standing);
        Assert.Null((await office.Meeting()).Plan.VideoLink);
    }

    [Fact]
    public async Task A_meeting_that_changes_while_Microsoft_365_answers_is_brought_up_to_date_afterwards()
    {
        Graph.Next(
            async (http, well) =>
            {
                await office.Revise(p => p with { Minutes = p.Minutes + 30 });
                await FakeGraph.Write(http, well());
            }
        );
        await office.Put();

        await office.Tick();
        Assert.NotEqual(CopyState.Done, (await office.Copy()).State);
        await office.Settle();

        Assert.Equal(["POST", "PATCH"], Graph.Asked.Select(a => a.Method));
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
        Assert.Equal(Graph.Mailboxes.Standing[0].JoinUrl, (await office.Meeting()).Plan.VideoLink);
    }
}
