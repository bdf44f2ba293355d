using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings;

public sealed class WhoCanComeTests : IAsyncDisposable
{
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_secretary_reads_in_a_sentence_who_comes_and_what_is_missing()
    {
        await Say(App.Head, (m, c, now) => Attending.Reply(m, c, Answer.Accepted, null, now));
        var desk = await Desk.Of(app, App.Secretary);

        var turnout = (await desk.Read($"/meetings/{await app.DemoMeeting}")).QuerySelector(".turnout")!;

        var sums = turnout.QuerySelectorAll(".sum").Select(s => s.TextContent).ToList();
        Assert.Equal("Izium community: 1 of 2 will come, the head among them.", sums[0]);
        Assert.Equal("Chennevières-sur-Marne: nobody has answered yet (asked: 3).", sums[1]);
        Assert.Equal(
            "Izium community: will come: 1, no answer yet: 1",
            turnout.QuerySelector("svg.bar")!.GetAttribute("aria-label")
        );
        Assert.Contains("No interpreter is asked", turnout.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(turnout.QuerySelector("[style]"));
    }

    [Fact]
    public async Task A_wish_for_another_time_is_told_by_the_readers_clock()
    {
        var time = new ProposedTime(
            new LocalDateTime(2027, 2, 10, 11, 0),
            "Europe/Paris",
            Instant.FromUtc(2027, 2, 10, 10, 0),
            null
        );
        await Say(App.PartnerHead, (m, c, now) => Attending.ProposeTime(m, c, time, now));
        var desk = await Desk.Of(app, App.Secretary);

        var turnout = (await desk.Read($"/meetings/{await app.DemoMeeting}")).QuerySelector(".turnout")!;

        Assert.Contains("10 Feb 2027, 12:00 (Kyiv)", turnout.TextContent, StringComparison.Ordinal);
    }

    private async Task Say(string email, Func<Meeting, Caller, Instant, Decision> decide)
    {
        var id = await app.DemoMeeting;
        var person = await app.PersonOf(email);
        var seat = (await app.Meeting(id))!.SeatOf(person.Id)!;
        var caller = new Caller(person.Id, seat.Id, seat.Side, false);
        var log = app.Services.GetRequiredService<MeetingLog>();
        Assert.Null((await log.Do(id, new Command(person.Id, (m, now) => decide(m, caller, now)))).Refusal);
    }
}
