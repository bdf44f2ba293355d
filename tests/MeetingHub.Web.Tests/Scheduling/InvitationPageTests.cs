using System.Net;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class InvitationPageTests : IAsyncDisposable
{
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_guest_accepts_and_then_thinks_better_of_it()
    {
        var (meeting, link) = await Invited();
        var guest = new Desk(app, "fr");
        var page = await guest.Read(link);

        await Reply(guest, page, "Accepted");
        Assert.Equal(Answer.Accepted, await AnswerOf(meeting));
        var declined = await Reply(guest, await guest.Read(link), "Declined", ("Note", "réunion de préfecture"));

        Assert.Equal(Answer.Declined, await AnswerOf(meeting));
        Assert.NotNull(declined.QuerySelector(".tag.declined"));
        var seat = await Seat(meeting);
        Assert.Equal("réunion de préfecture", seat.AnswerNote);
    }

    [Fact]
    public async Task The_same_answer_again_writes_nothing()
    {
        var (meeting, link) = await Invited();
        var guest = new Desk(app);
        await Reply(guest, await guest.Read(link), "Accepted");
        var before = (await app.Meeting(meeting))!.Seq;

        await Reply(guest, await guest.Read(link), "Accepted");

        Assert.Equal(before, (await app.Meeting(meeting))!.Seq);
    }

    [Fact]
    public async Task Another_time_is_a_wish_that_moves_nothing()
    {
        var (meeting, link) = await Invited();
        var start = (await app.Meeting(meeting))!.Plan.Start;
        var guest = new Desk(app);
        await Reply(guest, await guest.Read(link), "propose", ("Date", "2027-02-10"), ("Time", "11:00"));

        var after = (await app.Meeting(meeting))!;
        Assert.Equal(start, after.Plan.Start);
        Assert.Equal(NodaTime.Instant.FromUtc(2027, 2, 10, 10, 0), (await Seat(meeting)).Proposed!.Start);
        var secretary = await Desk.Of(app, App.Secretary);
        Assert.Contains(
            "10 Feb 2027",
            (await secretary.Read($"/meetings/{meeting}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_revoked_link_and_a_forged_one_are_told_apart_from_nothing_else()
    {
        var (meeting, link) = await Invited();
        var secretariat = app.Services.GetRequiredService<Secretariat>();
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        await secretariat.RevokeLinks(meeting, greffe, (await Seat(meeting)).Id);
        var guest = new Desk(app);

        await guest.Read(link);
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        await guest.Read("/i/" + new string('a', 43));
        Assert.Equal(HttpStatusCode.NotFound, guest.Status);
    }

    [Fact]
    public async Task A_renewed_feed_ends_the_old_address()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var first = await Feed(desk);
        var second = await Feed(desk);
        var reader = app.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(first)).StatusCode);
        var calendar = await reader.GetStringAsync(second);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
    }

    private static async Task<string> Feed(Desk desk)
    {
        var profile = await desk.Read("/profile");
        var made = await desk.Send(profile, "form:has(button[value=make])", ("act", "make"));
        return new Uri(made.QuerySelector("p.secret code")!.TextContent).AbsolutePath;
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Reply(
        Desk guest,
        AngleSharp.Html.Dom.IHtmlDocument page,
        string choice,
        params (string, string?)[] more
    ) => guest.Send(page, "form:has(button[value=Accepted])", [("Choice", choice), .. more]);

    private async Task<(Guid Meeting, string Link)> Invited()
    {
        var id = await app.DemoMeeting;
        var seat = await Seat(id);
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        var made = await app.Services.GetRequiredService<Secretariat>().NewLink(id, greffe, seat.Id);
        return (id, $"/i/{made.Links[seat.Id]}");
    }

    private async Task<Seat> Seat(Guid meeting) =>
        (await app.Meeting(meeting))!.SeatOf((await app.PersonOf(App.PartnerHead)).Id)!;

    private async Task<Answer> AnswerOf(Guid meeting) => (await Seat(meeting)).Answer;
}
