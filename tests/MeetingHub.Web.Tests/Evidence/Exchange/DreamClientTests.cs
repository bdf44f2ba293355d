using MeetingHub.Web.Evidence.Exchange;
using MeetingHub.Web.Shared.Fetching;
using MeetingHub.Web.Tests.Busy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

/// <summary>Against a server that answers as the description of DREAM's public API says.</summary>
public sealed class DreamClientTests
{
    private const string Code = "DREAM-UA-010123-AAAAAAAA";
    private const string Uuid = "0b9dbd44-ad5b-4b1d-8f5e-0c6b3ac0aa01";
    private readonly FakeClock clock = new(Instant.FromUtc(2023, 3, 20, 9, 0));

    [Fact]
    public async Task Projects_are_asked_for_by_code_id_or_address()
    {
        await using var server = await FakeServer.Start(Answer);
        using var dream = Client(server);

        var fetch = await dream.Projects(
            new(server.Address),
            [Code, Uuid, $"https://dream.gov.ua/ua/project/{Code}/profile"],
            default
        );

        Assert.Equal([Code, Uuid, Code], fetch.Documents.Select(d => d.Id));
        Assert.Empty(fetch.Missed);
    }

    [Theory]
    [InlineData("DREAM-UA-GONE", FetchFault.Refused)]
    [InlineData("DREAM-UA-BROKEN", FetchFault.NotReachable)]
    [InlineData("DREAM-UA-HUGE", FetchFault.TooLarge)]
    [InlineData("DREAM-UA-SLOW", FetchFault.TooSlow)]
    [InlineData("no id in it", FetchFault.AddressNotAllowed)]
    [InlineData("../../admin", FetchFault.AddressNotAllowed)]
    public async Task What_the_server_does_not_give_is_told_with_its_reason(string asked, FetchFault why)
    {
        await using var server = await FakeServer.Start(Answer);
        using var dream = Client(server, seconds: 1);

        var fetch = await dream.Projects(new(server.Address), [asked, Code], default);

        Assert.Equal(new DreamMiss(asked, why), Assert.Single(fetch.Missed));
        Assert.Equal(Code, Assert.Single(fetch.Documents).Id);
    }

    [Fact]
    public async Task An_address_inside_is_not_asked()
    {
        await using var server = await FakeServer.Start(Answer);
        using var dream = new DreamClient(Options.Create(new DreamSettings()), clock);

        var fetch = await dream.Projects(new(server.Address), [Code], default);

        Assert.Equal(FetchFault.AddressNotAllowed, Assert.Single(fetch.Missed).Fault);
        Assert.Equal(0, server.Asked);
    }

    [Fact]
    public async Task Changes_are_looked_for_page_by_page_until_the_list_ends()
    {
        await using var server = await FakeServer.Start(Answer);
        using var dream = Client(server);

        var (ids, fault) = await dream.Changed(
            new(server.Address),
            new HashSet<string> { "code-3", "code-7", "elsewhere" },
            Instant.FromUtc(2023, 3, 1, 0, 0),
            default
        );

        Assert.Null(fault);
        Assert.Equal(["code-3", "code-7"], ids.Order(StringComparer.Ordinal));
        Assert.True(server.Asked is > 3 and < 10);
    }

    [Fact]
    public async Task A_list_without_end_is_given_up()
    {
        await using var server = await FakeServer.Start(http =>
        {
            return http.Response.WriteAsync(
                $$$"""{"data":[{"internal":{"id":"x","code":"x"},"external":{"updated":"{{{Guid.NewGuid()}}}"}}]}"""
            );
        });
        using var dream = Client(server);

        var (_, fault) = await dream.Changed(new(server.Address), new HashSet<string>(), default, default);

        Assert.Equal(FetchFault.TooLarge, fault);
        Assert.Equal(20, server.Asked);
    }

    /// <summary>Ten projects, one changed each day of March, three a page; the one at the offset is given again.</summary>
    internal static async Task Answer(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        if (http.Request.Path == "/marketplace/public/dream/ideas")
        {
            var from = http.Request.Query["from"].ToString();
            var rows = Enumerable
                .Range(1, 10)
                .Select(day => (Code: $"code-{day}", Updated: $"2023-03-{day:00}T08:00:00.000000Z"))
                .Where(r => string.CompareOrdinal(r.Updated, from) >= 0)
                .Take(3)
                .Select(r =>
                    $$$"""{"internal":{"id":"{{{Guid.NewGuid()}}}","code":"{{{r.Code}}}"},"external":{"updated":"{{{r.Updated}}}"}}"""
                );
            await http.Response.WriteAsync($$"""{"data":[{{string.Join(',', rows)}}]}""");
            return;
        }

        switch (http.Request.Path.Value!.Split('/')[^1])
        {
            case "DREAM-UA-GONE":
                http.Response.StatusCode = 404;
                break;
            case "DREAM-UA-BROKEN":
                http.Response.StatusCode = 500;
                break;
            case "DREAM-UA-HUGE":
                await http.Response.Body.WriteAsync(new byte[6 * 1024 * 1024]);
                break;
            case "DREAM-UA-SLOW":
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                await http.Response.WriteAsync(DreamReadingTests.Idea);
                break;
        }
    }

    private DreamClient Client(FakeServer server, int seconds = 10) =>
        new(
            Options.Create(new DreamSettings { TrustedHosts = $"127.0.0.1:{server.Port}", TimeoutSeconds = seconds }),
            clock
        );
}
