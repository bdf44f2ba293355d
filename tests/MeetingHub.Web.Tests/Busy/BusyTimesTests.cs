using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public sealed class BusyTimesTests(App app) : IClassFixture<App>
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Who_has_no_source_and_who_is_nobody_are_unknown_and_not_free()
    {
        using var desk = new Desk(app, "");
        var known = await desk.PersonWith();
        var nobody = Guid.NewGuid();

        var answers = await desk.Times.Of([known, nobody, known], Desk.Weeks(1), Ct);

        Assert.Equal(2, answers.Count);
        Assert.All(
            answers.Values,
            a => Assert.Equal(BusyFault.NotConfigured, Assert.IsType<BusyAnswer.Unknown>(a).Why)
        );
    }

    [Fact]
    public async Task Each_person_has_the_answer_of_their_own_calendar()
    {
        await using var server = await FakeServer.Start(http =>
            http.Request.Path == "/good" ? http.Response.WriteAsync(Ics.OneHour) : Fail(http)
        );
        using var desk = new Desk(app, trusted: server);
        var good = await desk.PersonWith(p => desk.Row($"{server.Address}good", person: p));
        var bad = await desk.PersonWith(p => desk.Row($"{server.Address}bad", person: p));

        var answers = await desk.Times.Of([good, bad], Desk.Weeks(1), Ct);

        Assert.Single(Assert.IsType<BusyAnswer.Known>(answers[good]).Times);
        Assert.Equal(BusyFault.NotReachable, Assert.IsType<BusyAnswer.Unknown>(answers[bad]).Why);
    }

    [Fact]
    public async Task Answers_are_clipped_to_the_window()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        using var desk = new Desk(app, trusted: server);
        var person = await desk.PersonWith(p => desk.Row(server.Address, person: p));
        var half = new Interval(Instant.FromUtc(2026, 10, 21, 9, 30), Instant.FromUtc(2026, 10, 21, 12, 0));

        var answers = await desk.Times.Of([person], half, Ct);

        Assert.Equal(
            new Interval(half.Start, Instant.FromUtc(2026, 10, 21, 10, 0)),
            Assert.Single(Assert.IsType<BusyAnswer.Known>(answers[person]).Times)
        );
    }

    [Fact]
    public async Task A_search_that_moves_along_the_weeks_asks_once_in_five_minutes()
    {
        var source = new Counting();
        using var desk = new Desk(app, "");
        var times = desk.TimesOf(source);
        var person = await desk.PersonWith(p => desk.Row("https://calendar.example/", person: p));

        for (var week = 0; week < 5; week++)
        {
            var start = Desk.Now + Duration.FromDays(7 * week) + Duration.FromSeconds(week);
            await times.Of([person], new Interval(start, start + Duration.FromDays(7)), Ct);
        }

        Assert.Equal(1, source.Asked);
        desk.Clock.Advance(Duration.FromMinutes(5));
        await times.Of([person], Desk.Weeks(1), Ct);
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task A_source_that_throws_or_never_ends_is_unknown()
    {
        using var desk = new Desk(app, "", seconds: 1);
        var throwing = desk.TimesOf(new Faulty(() => throw new InvalidOperationException("https://secret")));
        var endless = desk.TimesOf(new Faulty(() => new TaskCompletionSource<BusyAnswer>().Task));
        var person = await desk.PersonWith(p => desk.Row("https://calendar.example/", person: p));

        Assert.Equal(BusyFault.NotReachable, await WhyOf(throwing, person));
        Assert.Equal(BusyFault.TooSlow, await WhyOf(endless, person));
    }

    [Fact]
    public async Task Many_slow_calendars_cost_no_more_than_two_in_turn()
    {
        using var desk = new Desk(app, "", seconds: 1);
        var times = desk.TimesOf(new Faulty(() => new TaskCompletionSource<BusyAnswer>().Task));
        var people = new List<Guid>();
        for (var i = 0; i < 40; i++)
            people.Add(await desk.PersonWith(p => desk.Row("https://calendar.example/", person: p)));

        var answers = await times.Of(people, Desk.Weeks(1), Ct).WaitAsync(TimeSpan.FromSeconds(6));

        Assert.All(answers.Values, a => Assert.Equal(BusyFault.TooSlow, Assert.IsType<BusyAnswer.Unknown>(a).Why));
    }

    [Fact]
    public async Task A_source_sealed_with_keys_that_are_gone_is_unknown()
    {
        using var before = new Desk(app, "");
        using var desk = new Desk(app, "");
        var person = await desk.PersonWith(p => before.Row("https://calendar.example/", person: p));

        Assert.Equal(BusyFault.KeysLost, await WhyOf(desk.Times, person));
    }

    [Fact]
    public async Task Our_own_meetings_are_busy_times_even_when_the_rest_is_unknown()
    {
        using var desk = new Desk(app, "");
        var (meeting, seat) = await DemoSeat();
        var time = new Interval(meeting.Plan.Start, meeting.Plan.End);

        var unknown = Assert.IsType<BusyAnswer.Unknown>(await Around(desk, seat, meeting));
        var moved = Assert.IsType<BusyAnswer.Unknown>(await Around(desk, seat, meeting, except: meeting.Id));

        Assert.Equal(time, Assert.Single(unknown.Times));
        Assert.Empty(moved.Times);
    }

    [Fact]
    public async Task Who_declined_is_not_busy_and_nobody_is_at_a_cancelled_meeting()
    {
        await using var fresh = new App();
        using var desk = new Desk(fresh, "");
        var meeting = (await fresh.Meeting(await fresh.DemoMeeting))!;
        var (one, other) = (meeting.Seats.Values.First(), meeting.Seats.Values.Last());
        var log = fresh.Services.GetRequiredService<MeetingLog>();
        await log.Do(
            meeting.Id,
            new Command(
                one.PersonId,
                (_, _) => Decision.Of(new Domain.Meetings.Facts.InvitationAnswered(one.Id, Answer.Declined, null))
            )
        );

        Assert.Empty(((BusyAnswer.Unknown)await Around(desk, one, meeting)).Times);
        Assert.Single(((BusyAnswer.Unknown)await Around(desk, other, meeting)).Times);

        await log.Do(
            meeting.Id,
            new Command(null, (_, _) => Decision.Of(new Domain.Meetings.Facts.MeetingCancelled("Air raid")))
        );
        Assert.Empty(((BusyAnswer.Unknown)await Around(desk, other, meeting)).Times);
    }

    private static Task<BusyAnswer> Around(Desk desk, Seat seat, Meeting meeting, Guid? except = null)
    {
        var window = new Interval(meeting.Plan.Start - Duration.FromDays(1), meeting.Plan.Start + Duration.FromDays(1));
        return desk.Times.Of([seat.PersonId], window, Ct, except).ContinueWith(t => t.Result[seat.PersonId]);
    }

    private async Task<(Meeting, Seat)> DemoSeat()
    {
        var meeting = (await app.Meeting(await app.DemoMeeting))!;
        return (meeting, meeting.Seats.Values.First(s => s.Role == SeatRole.Head));
    }

    private static async Task<BusyFault> WhyOf(BusyTimes times, Guid person) =>
        Assert.IsType<BusyAnswer.Unknown>((await times.Of([person], Desk.Weeks(1), Ct))[person]).Why;

    private static Task Fail(HttpContext http)
    {
        http.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    private sealed class Counting : IBusySource
    {
        public int Asked { get; private set; }
        public BusySourceKind Kind => BusySourceKind.Subscription;

        public Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop)
        {
            Asked++;
            return Task.FromResult<BusyAnswer>(new BusyAnswer.Known([], Desk.Now));
        }
    }

    private sealed class Faulty(Func<Task<BusyAnswer>> read) : IBusySource
    {
        public BusySourceKind Kind => BusySourceKind.Subscription;

        public Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop) => read();
    }
}
