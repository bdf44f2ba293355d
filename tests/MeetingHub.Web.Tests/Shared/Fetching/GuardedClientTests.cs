using System.Net;
using MeetingHub.Web.Shared.Fetching;
using MeetingHub.Web.Tests.Busy;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Shared.Fetching;

public sealed class GuardedClientTests
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 10, 20, 9, 0));

    [Theory]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("127.0.0.1", "8.8.8.8")]
    [InlineData("2001:4860:4860::8888", "::ffff:10.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData]
    public async Task A_name_with_any_inside_address_is_not_connected_to(params string[] answers)
    {
        using var client = Client("", answers);

        Assert.Equal(FetchFault.AddressNotAllowed, await FaultOf(client, "http://calendar.example/"));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")] // 127.0.0.1 as one number
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task However_this_machine_is_written_it_is_not_asked(string address)
    {
        using var client = new GuardedClient(Hosts(""), TimeSpan.FromSeconds(10), clock);

        Assert.Equal(FetchFault.AddressNotAllowed, await FaultOf(client, address));
    }

    [Theory]
    [InlineData("http://calendar.example:22/")]
    [InlineData("https://calendar.example:6379/")]
    [InlineData("ftp://calendar.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:password@calendar.example/")]
    public async Task Other_ports_schemes_and_passwords_in_addresses_are_not_asked(string address)
    {
        using var client = Client("", "8.8.8.8");

        Assert.Equal(FetchFault.AddressNotAllowed, await FaultOf(client, address));
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_connected_to()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync("here"));
        var asked = 0;
        using var client = new GuardedClient(
            Hosts($"calendar.example:{server.Port}"),
            TimeSpan.FromSeconds(10),
            clock,
            (_, _) => Task.FromResult(asked++ == 0 ? [IPAddress.Loopback] : new[] { IPAddress.Parse("8.8.8.8") })
        );

        var reply = Assert.IsType<Fetched.Reply>(await Get(client, $"http://calendar.example:{server.Port}/"));

        Assert.Equal("here"u8.ToArray(), reply.Body);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_trusted_host_is_trusted_at_its_port_alone()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync("inside"));
        await using var other = await FakeServer.Start(http => http.Response.WriteAsync("further inside"));
        using var client = Client($"127.0.0.1:{server.Port}", "127.0.0.1");

        Assert.IsType<Fetched.Reply>(await Get(client, server.Address));
        Assert.Equal(FetchFault.AddressNotAllowed, await FaultOf(client, other.Address));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("//169.254.169.254/latest")]
    public async Task A_redirect_to_the_inside_is_not_followed(string location)
    {
        await using var server = await FakeServer.Start(http => Redirect(http, location));
        using var client = Real(server);

        Assert.Equal(FetchFault.AddressNotAllowed, await FaultOf(client, server.Address));
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_no_more()
    {
        await using var server = await FakeServer.Start(http =>
            http.Request.Path.Value![1..] is { Length: > 0 and < 4 } steps
                ? Redirect(http, $"/{steps[1..]}")
                : http.Response.WriteAsync("end")
        );
        await using var loop = await FakeServer.Start(http => Redirect(http, "/round"));
        using var client = Real(server);
        using var other = Real(loop);

        Assert.IsType<Fetched.Reply>(await Get(client, $"{server.Address}aaa"));
        Assert.Equal(4, server.Asked);
        Assert.Equal(FetchFault.NotReachable, await FaultOf(other, loop.Address));
        Assert.Equal(4, loop.Asked);
    }

    [Fact]
    public async Task A_password_is_not_carried_to_another_host()
    {
        await using var other = await FakeServer.Start(http => http.Response.WriteAsync("thanks"));
        await using var server = await FakeServer.Start(http => Redirect(http, other.Address));
        using var client = Client($"127.0.0.1:{server.Port},127.0.0.1:{other.Port}", "127.0.0.1");

        var fetched = await client.Send(
            new Uri(server.Address),
            a => new HttpRequestMessage(HttpMethod.Get, a) { Headers = { { "Authorization", "Basic eDp5" } } },
            CancellationToken.None
        );

        Assert.Equal(FetchFault.AddressNotAllowed, Assert.IsType<Fetched.Failed>(fetched).Why);
        Assert.Equal(0, other.Asked);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_too_slow()
    {
        await using var server = await FakeServer.Start(http => Silence(http));
        using var client = Real(server, seconds: 1);

        Assert.Equal(FetchFault.TooSlow, await FaultOf(client, server.Address));
    }

    [Fact]
    public async Task A_body_that_drips_is_too_slow()
    {
        await using var server = await FakeServer.Start(async http =>
        {
            await http.Response.WriteAsync("BEGIN:VCALENDAR\r\n");
            await http.Response.Body.FlushAsync();
            await Silence(http);
        });
        using var client = Real(server, seconds: 1);

        Assert.Equal(FetchFault.TooSlow, await FaultOf(client, server.Address));
    }

    [Fact]
    public async Task A_body_without_end_is_too_large()
    {
        await using var server = await FakeServer.Start(async http =>
        {
            var line = new byte[8192];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(line, http.RequestAborted);
        });
        using var client = Real(server);

        Assert.Equal(FetchFault.TooLarge, await FaultOf(client, server.Address));
    }

    [Fact]
    public async Task A_gzip_bomb_is_too_large_before_it_is_unpacked()
    {
        await using var server = await FakeServer.Start(http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http.Response.Body.WriteAsync(FakeServer.Gzip(new byte[200_000_000])).AsTask();
        });
        using var client = Real(server);

        Assert.Equal(FetchFault.TooLarge, await FaultOf(client, server.Address));
    }

    [Fact]
    public async Task Broken_gzip_is_no_calendar_and_endless_headers_are_too_large()
    {
        await using var broken = await FakeServer.Start(http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http.Response.WriteAsync("this is not gzip at all");
        });
        await using var headers = await FakeServer.Start(http =>
        {
            for (var i = 0; i < 40; i++)
                http.Response.Headers[$"X-{i}"] = new string('x', 1000);
            return Task.CompletedTask;
        });
        using var client = Real(broken);
        using var other = Real(headers);

        Assert.Equal(FetchFault.Garbled, await FaultOf(client, broken.Address));
        Assert.Equal(FetchFault.TooLarge, await FaultOf(other, headers.Address));
    }

    [Fact]
    public async Task A_server_that_is_away_is_not_reachable()
    {
        var server = await FakeServer.Start(http => Task.CompletedTask);
        await server.DisposeAsync();
        using var client = Real(server);

        Assert.Equal(FetchFault.NotReachable, await FaultOf(client, server.Address));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_line_that_is_cut_without_a_word_is_asked_once_more(int cuts, bool answers)
    {
        var left = cuts;
        await using var server = await FakeServer.Start(http =>
        {
            if (left-- > 0)
                http.Abort();
            return Task.CompletedTask;
        });
        using var client = Real(server);

        var fetched = await client.Send(
            new Uri(server.Address),
            a => new HttpRequestMessage(HttpMethod.Get, a),
            CancellationToken.None
        );

        Assert.Equal(answers, fetched is Fetched.Reply { Status: HttpStatusCode.OK });
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public async Task Whoever_asked_may_stop()
    {
        await using var server = await FakeServer.Start(http => Silence(http));
        using var client = Real(server);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Send(new Uri(server.Address), a => new HttpRequestMessage(HttpMethod.Get, a), stop.Token)
        );
    }

    private static Task Silence(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        http.RequestAborted.Register(() => gone.SetResult());
        return gone.Task;
    }

    private static Task Redirect(HttpContext http, string location)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private GuardedClient Real(FakeServer server, int seconds = 10) =>
        new(Hosts($"127.0.0.1:{server.Port}"), TimeSpan.FromSeconds(seconds), clock);

    private GuardedClient Client(string trusted, params string[] answers) =>
        new(
            Hosts(trusted),
            TimeSpan.FromSeconds(10),
            clock,
            (_, _) => Task.FromResult(answers.Select(IPAddress.Parse).ToArray())
        );

    private static TrustedHosts Hosts(string trusted) => TrustedHosts.Parse(trusted)!;

    private static Task<Fetched> Get(GuardedClient client, string address) =>
        client.Send(new Uri(address), a => new HttpRequestMessage(HttpMethod.Get, a), CancellationToken.None);

    private static async Task<FetchFault> FaultOf(GuardedClient client, string address) =>
        Assert.IsType<Fetched.Failed>(await Get(client, address)).Why;
}
