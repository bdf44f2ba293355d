using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Polls;

public sealed class MeetingOfPollTests : IAsyncDisposable
{
    private readonly GivenPolls given = new();

    public ValueTask DisposeAsync() => given.DisposeAsync();

    [Fact]
    public async Task The_winner_becomes_the_meeting_once_and_everyone_is_invited()
    {
        var (desk, id) = await given.Offered();
        await GivenPolls.Vote(new Desk(given.App), given.LinkOf(App.PartnerHead), Vote.No, Vote.Yes, Vote.No);
        var page = await desk.Read($"/polls/{id}");
        var best = page.QuerySelector("button[form=choose]")!.GetAttribute("value");
        await desk.Send(page, "form#choose", ("Option", best));
        Assert.Equal($"/meetings/{(await given.Poll(id)).Poll.MeetingId}", desk.At);
        await desk.Send(page, "form#choose", ("Option", best));
        await given.Deliver();

        var (poll, meeting) = await Both(id);
        Assert.Equal(PollStatus.Decided, poll.Status);
        Assert.Equal(Instant.FromUtc(2026, 12, 2, 9, 0), meeting.Plan.Start);
        Assert.Equal("Accord sur le plan", meeting.Plan.Title.In("fr"));
        Assert.Equal(poll.Voters.Select(v => v.PersonId).Order(), meeting.Seats.Values.Select(s => s.PersonId).Order());
        Assert.Equal(2, await given.App.Ask(db => db.Meetings.CountAsync()));
        foreach (var address in new[] { App.Head, App.PartnerHead, App.PartnerSecretary, GivenPolls.Councillor })
            Assert.Single(given.Post.InvitationsTo(address), l => l.Calendar!.Contains($"{meeting.Id:N}@meetinghub"));
        var told = await new Desk(given.App).Read(given.LinkOf(App.PartnerHead));
        Assert.Contains(
            "La réunion aura lieu le mercredi, 2 décembre 2026, 10:00",
            told.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Both_secretaries_at_once_with_different_times_make_one_meeting()
    {
        var (_, id) = await given.Offered();
        var options = (await given.Poll(id)).Poll.Options;
        var meetings = given.App.Services.GetRequiredService<PollMeeting>();
        var host = new Caller((await given.App.PersonOf(App.Secretary)).Id, null, Side.Host, true);
        var partner = new Caller((await given.App.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        var answers = await Task.WhenAll(
            meetings.Make(id, host, options[0].Id),
            meetings.Make(id, partner, options[1].Id)
        );

        Assert.Equal([null, Refusal.PollOver], answers.OrderBy(a => a));
        var (poll, meeting) = await Both(id);
        Assert.Equal(poll.Option(poll.ChosenOption!.Value)!.Start, meeting.Plan.Start);
        Assert.Equal(
            5,
            await given.App.Ask(db =>
                db.Outbox.CountAsync(m => m.MeetingId == meeting.Id && m.Kind == LetterKind.Invitation)
            )
        );
    }

    [Fact]
    public async Task A_crash_between_meeting_and_poll_is_made_good_by_the_next_press()
    {
        var (desk, id) = await given.Offered();
        var option = (await given.Poll(id)).Poll.Options[0].Id.ToString();
        var page = await desk.Read($"/polls/{id}");
        await desk.Send(page, "form#choose", ("Option", option));
        await given.App.Ask(db =>
            db.Polls.ExecuteUpdateAsync(s =>
                s.SetProperty(p => p.Status, PollStatus.Open).SetProperty(p => p.ChosenOption, (Guid?)null)
            )
        );

        await desk.Send(page, "form#choose", ("Option", option));
        Assert.Equal(PollStatus.Decided, (await given.Poll(id)).Poll.Status);
        Assert.Equal(2, await given.App.Ask(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task A_time_that_has_passed_is_no_longer_made_the_meeting()
    {
        var (desk, id) = await given.Offered();
        var page = await desk.Read($"/polls/{id}");
        var option = (await given.Poll(id)).Poll.Options[0].Id.ToString();
        given.Clock.Reset(Instant.FromUtc(2026, 12, 1, 9, 0));

        Assert.NotEmpty(GivenPolls.Problem(await desk.Send(page, "form#choose", ("Option", option))));
        Assert.Equal(1, await given.App.Ask(db => db.Meetings.CountAsync()));
    }

    private async Task<(Poll, Meeting)> Both(Guid id)
    {
        var poll = (await given.Poll(id)).Poll;
        return (poll, (await given.App.Meeting(poll.MeetingId))!);
    }
}
