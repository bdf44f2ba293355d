using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Log;
using MeetingHub.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>A meeting's event in the organiser's mailbox, while all goes well.</summary>
public sealed class CalendarCopyTests : IAsyncDisposable
{
    private readonly Office office = new();

    private Mailboxes Mailboxes => office.Graph.Mailboxes;

    public async ValueTask DisposeAsync()
    {
        Assert.True(office.Graph.Complaints.Count == 0, string.Join("; ", office.Graph.Complaints));
        await office.DisposeAsync();
    }

    [Fact]
    public async Task The_event_stands_in_the_organisers_language_and_mailbox_at_the_meetings_time()
    {
        var meeting = await office.Put();

        await office.Tick();

        var made = Assert.Single(Mailboxes.Standing);
        Assert.Equal(App.Head, made.Mailbox);
        Assert.Equal(meeting.Plan.Title.In(Language.Ukrainian), made.Subject);
        Assert.Equal(meeting.Plan.Start.ToDateTimeUtc(), GraphRules.Moment(made.Start));
        Assert.Equal("FLE Standard Time", made.Zone);
        var body = office.Graph.Asked[0].Body!.Value.GetProperty("body").GetProperty("content").GetString();
        Assert.StartsWith("Цю зустріч", body, StringComparison.Ordinal);
        Assert.EndsWith($" https://meet.example/meetings/{meeting.Id}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("attendees", made.PostedBody, StringComparison.Ordinal);
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
    }

    [Fact]
    public async Task The_Teams_link_goes_into_the_plan_and_so_into_everyones_letter()
    {
        var meeting = await office.Put();
        Assert.Null(meeting.Plan.VideoLink);

        await office.Tick();

        var link = Assert.Single(Mailboxes.Standing).JoinUrl;
        Assert.Equal(link, (await office.Meeting()).Plan.VideoLink);
        Assert.True(await office.Ask(db => db.Outbox.AnyAsync(m => m.Kind == LetterKind.Update)));
        // Our own change of the plan is not news to the calendar.
        Assert.Equal(0, await office.Tick());
        Assert.Equal("POST", Assert.Single(office.Graph.Asked).Method);
    }

    [Fact]
    public async Task A_link_that_somebody_typed_is_never_replaced()
    {
        await office.Revise(p => p with { VideoLink = "https://visio.example/izium" });
        await office.Put();

        await office.Tick();

        Assert.Equal("https://visio.example/izium", (await office.Meeting()).Plan.VideoLink);
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
    }

    [Fact]
    public async Task A_Teams_link_that_a_secretary_took_out_of_the_plan_does_not_come_back()
    {
        await office.Put();
        await office.Tick();
        await office.Revise(p => p with { VideoLink = null });

        await office.Revise(p => p with { Minutes = p.Minutes + 15 });
        await office.Tick();

        Assert.Null((await office.Meeting()).Plan.VideoLink);
    }

    [Fact]
    public async Task A_meeting_that_moves_moves_its_event_and_leaves_the_body_with_Teams_alone()
    {
        await office.Put();
        await office.Tick();

        await office.Revise(p => p with { Start = p.Start + Duration.FromHours(1), Local = p.Local.PlusHours(1) });
        await office.Tick();

        var moved = Assert.Single(Mailboxes.Standing);
        Assert.Equal((await office.Meeting()).Plan.Start.ToDateTimeUtc(), GraphRules.Moment(moved.Start));
        Assert.Equal(["POST", "PATCH"], office.Graph.Asked.Select(a => a.Method));
        Assert.False(office.Graph.Asked[1].Body!.Value.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task A_new_agenda_is_no_news_to_the_calendar()
    {
        await office.Put();
        await office.Tick();

        await office.Revise(p => p with { Agenda = [] });

        Assert.Equal(0, await office.Tick());
    }

    [Fact]
    public async Task A_cancelled_meeting_cancels_its_event()
    {
        var meeting = await office.Put();
        await office.Tick();

        await office.Secretariat.Cancel(meeting.Id, Hall.Secretary(meeting, Side.Partner), Guid.NewGuid(), "Blackout");
        await office.Tick();

        Assert.True(Assert.Single(Mailboxes.Everything).IsCancelled);
        Assert.EndsWith("/cancel", office.Graph.Asked[^1].Path, StringComparison.Ordinal);
        Assert.Equal(CopyState.Done, (await office.Copy()).State);
        Assert.Equal(0, await office.Tick());
    }

    [Fact]
    public async Task An_event_that_may_not_be_cancelled_is_deleted()
    {
        Mailboxes.RefusesToCancel = true;
        var meeting = await office.Put();
        await office.Tick();

        await office.Secretariat.Cancel(meeting.Id, Hall.Secretary(meeting, Side.Host), Guid.NewGuid(), null);
        await office.Tick();

        Assert.True(Assert.Single(Mailboxes.Everything).IsDeleted);
    }

    [Fact]
    public async Task Taken_out_the_event_and_its_link_go_and_another_can_be_put_in()
    {
        var meeting = await office.Put();
        await office.Tick();

        Assert.Null(await office.Copies.TakeOut(meeting.Id, Hall.Secretary(meeting, Side.Host)));
        await office.Tick();

        Assert.Empty(Mailboxes.Standing);
        Assert.Null((await office.Meeting()).Plan.VideoLink);
        Assert.Equal(CopyState.Out, (await office.Copy()).State);

        await office.Put(App.Secretary);
        await office.Tick();

        var again = Assert.Single(Mailboxes.Standing);
        Assert.Equal(App.Secretary, again.Mailbox);
        Assert.NotEqual(Mailboxes.Everything[0].TransactionId, again.TransactionId);
        Assert.Equal(again.JoinUrl, (await office.Meeting()).Plan.VideoLink);
    }

    [Fact]
    public async Task An_event_deleted_in_Outlook_is_made_anew_and_its_link_follows()
    {
        await office.Put();
        await office.Tick();
        Mailboxes.DeleteInOutlook();

        await office.Revise(p => p with { Minutes = p.Minutes + 15 });
        await office.Tick();

        var anew = Assert.Single(Mailboxes.Standing);
        Assert.NotEqual(Mailboxes.Everything[0].TransactionId, anew.TransactionId);
        Assert.Equal(anew.JoinUrl, (await office.Meeting()).Plan.VideoLink);
        Assert.Equal(["POST", "PATCH", "POST"], office.Graph.Asked.Select(a => a.Method));
    }

    [Fact]
    public async Task Only_the_secretary_whose_community_it_is_reaches_its_mailboxes()
    {
        var meeting = await office.Meeting();
        var head = await office.Person(App.Head);
        var theirs = Hall.Secretary(meeting, Side.Partner);
        var member = theirs with { IsSecretary = false, Side = Side.Host };

        Assert.Equal(Refusal.PersonUnknown, await office.Copies.Put(meeting.Id, theirs, head.Id));
        Assert.Equal(Refusal.NotAllowed, await office.Copies.Put(meeting.Id, member, head.Id));
        await office.Put();
        Assert.Equal(Refusal.NotAllowed, await office.Copies.TakeOut(meeting.Id, theirs));
        Assert.Equal(Refusal.NotAllowed, await office.Copies.TryAgain(meeting.Id, theirs));
        await office.Tick();
        Assert.Single(Mailboxes.Standing);
    }

    [Fact]
    public async Task Pressed_twice_the_button_makes_one_event()
    {
        var meeting = await office.Meeting();
        var head = await office.Person(App.Head);

        var both = await Task.WhenAll(
            office.Copies.Put(meeting.Id, Hall.Secretary(meeting, Side.Host), head.Id),
            office.Copies.Put(meeting.Id, Hall.Secretary(meeting, Side.Host), head.Id)
        );
        await office.Tick();

        Assert.Equal([null, Refusal.AlreadyExists], both.Order());
        Assert.Single(Mailboxes.Standing);
    }
}
