using MeetingHub.Web.Busy;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public sealed class IcsSubscriptionTests(App app) : IClassFixture<App>
{
    private static readonly Interval Hour = new(
        Instant.FromUtc(2026, 10, 21, 9, 0),
        Instant.FromUtc(2026, 10, 21, 10, 0)
    );

    [Fact]
    public async Task A_subscribed_calendar_says_when_somebody_is_busy()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        using var desk = new Desk(app, trusted: server);

        var known = Assert.IsType<BusyAnswer.Known>(await Read(desk, desk.Row(server.Address)));

        Assert.Equal(Hour, Assert.Single(known.Times));
        Assert.Equal(Desk.Now, known.AsOf);
    }

    [Fact]
    public async Task A_packed_calendar_is_read_too()
    {
        await using var server = await FakeServer.Start(http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http
                .Response.Body.WriteAsync(FakeServer.Gzip(System.Text.Encoding.UTF8.GetBytes(Ics.OneHour)))
                .AsTask();
        });
        using var desk = new Desk(app, trusted: server);

        Assert.Equal(Hour, Assert.Single(Times(await Read(desk, desk.Row(server.Address)))));
    }

    [Fact]
    public async Task An_unchanged_calendar_is_not_sent_again()
    {
        var whole = 0;
        await using var server = await FakeServer.Start(async http =>
        {
            http.Response.Headers.ETag = "\"1\"";
            if (http.Request.Headers.IfNoneMatch == "\"1\"")
            {
                http.Response.StatusCode = 304;
                return;
            }

            whole++;
            await http.Response.WriteAsync(Ics.OneHour);
        });
        using var desk = new Desk(app, trusted: server);
        var row = desk.Row(server.Address);
        await Read(desk, row);
        desk.Clock.Advance(Duration.FromMinutes(10));

        var known = Assert.IsType<BusyAnswer.Known>(await Read(desk, row));

        Assert.Equal((2, 1), (server.Asked, whole));
        Assert.Equal(Hour, Assert.Single(known.Times));
        Assert.Equal(Desk.Now + Duration.FromMinutes(10), known.AsOf);
    }

    [Fact]
    public async Task Nothing_changed_is_no_answer_when_nothing_is_known()
    {
        await using var server = await FakeServer.Start(http => Status(http, 304));
        using var desk = new Desk(app, trusted: server);

        Assert.IsType<BusyAnswer.Unknown>(await Read(desk, desk.Row(server.Address)));
    }

    [Fact]
    public async Task Other_days_of_the_same_minute_are_read_from_the_copy()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        using var desk = new Desk(app, trusted: server);
        var row = desk.Row(server.Address);

        await Read(desk, row);
        var other = await desk.Ics.Read(row, Desk.Weeks(8), CancellationToken.None);

        Assert.Equal(Hour, Assert.Single(Times(other)));
        Assert.Equal(1, server.Asked);
    }

    [Theory]
    [InlineData(401, BusyFault.Refused)]
    [InlineData(403, BusyFault.Refused)]
    [InlineData(404, BusyFault.Refused)]
    [InlineData(410, BusyFault.Refused)]
    [InlineData(429, BusyFault.NotReachable)]
    [InlineData(500, BusyFault.NotReachable)]
    [InlineData(503, BusyFault.NotReachable)]
    [InlineData(204, BusyFault.NotReachable)]
    public async Task A_server_that_does_not_give_the_calendar_makes_nobody_free(int status, BusyFault fault)
    {
        await using var server = await FakeServer.Start(http => Status(http, status));
        using var desk = new Desk(app, trusted: server);

        Assert.Equal(fault, WhyOf(await Read(desk, desk.Row(server.Address))));
    }

    [Theory]
    [InlineData("<!doctype html><title>Sign in</title>")]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Something_else_than_a_calendar_makes_nobody_free(string body)
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(body));
        using var desk = new Desk(app, trusted: server);

        Assert.Equal(BusyFault.NotACalendar, WhyOf(await Read(desk, desk.Row(server.Address))));
    }

    [Fact]
    public async Task After_a_failure_an_earlier_success_is_no_knowledge()
    {
        var works = true;
        await using var server = await FakeServer.Start(http =>
            works ? http.Response.WriteAsync(Ics.OneHour) : Status(http, 500)
        );
        using var desk = new Desk(app, trusted: server);
        var row = desk.Row(server.Address);
        await Read(desk, row);
        works = false;
        desk.Clock.Advance(Duration.FromMinutes(10));

        Assert.Equal(BusyFault.NotReachable, WhyOf(await Read(desk, row)));
        works = true;
        Assert.Equal(BusyFault.NotReachable, WhyOf(await Read(desk, row)));
        Assert.Equal(2, server.Asked);
        desk.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(Hour, Assert.Single(Times(await Read(desk, row))));
    }

    [Fact]
    public async Task A_busy_server_is_left_in_peace_for_as_long_as_it_asks()
    {
        await using var server = await FakeServer.Start(http =>
        {
            http.Response.Headers.RetryAfter = "1200";
            return Status(http, 429);
        });
        using var desk = new Desk(app, trusted: server);
        var row = desk.Row(server.Address);
        await Read(desk, row);
        desk.Clock.Advance(Duration.FromMinutes(19));
        await Read(desk, row);
        Assert.Equal(1, server.Asked);
        desk.Clock.Advance(Duration.FromMinutes(1));
        await Read(desk, row);
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public async Task A_calendar_that_may_be_kept_for_a_while_is_kept()
    {
        await using var server = await FakeServer.Start(http =>
        {
            http.Response.Headers.CacheControl = "private, max-age=1800";
            return http.Response.WriteAsync(Ics.OneHour);
        });
        using var desk = new Desk(app, trusted: server);
        var row = desk.Row(server.Address);
        await Read(desk, row);
        desk.Clock.Advance(Duration.FromMinutes(29));

        var known = Assert.IsType<BusyAnswer.Known>(await Read(desk, row));

        Assert.Equal(Desk.Now, known.AsOf);
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Many_who_ask_at_once_ask_the_server_once()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        using var desk = new Desk(app, trusted: server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Read(desk, desk.Row(server.Address))));

        Assert.All(answers, a => Assert.Equal(Hour, Assert.Single(Times(a))));
        Assert.Equal(1, server.Asked);
    }

    private static Task<BusyAnswer> Read(Desk desk, BusySourceRow row) =>
        desk.Ics.Read(row, Desk.Weeks(2), CancellationToken.None);

    private static IReadOnlyList<Interval> Times(BusyAnswer answer) => Assert.IsType<BusyAnswer.Known>(answer).Times;

    private static BusyFault WhyOf(BusyAnswer answer) => Assert.IsType<BusyAnswer.Unknown>(answer).Why;

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
