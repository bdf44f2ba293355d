using System.Diagnostics;
using System.Text.Json;
using MeetingHub.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace MeetingHub.Browser.Tests;

/// <summary>What the first visit costs a councillor on a weak line, measured on the published server.</summary>
public sealed class FirstVisitTests(Chrome chrome, PublishedHub published, ITestOutputHelper output)
    : IClassFixture<PublishedHub>
{
    [Fact]
    public async Task The_first_slide_costs_little_to_read()
    {
        await using var visitor = await chrome.Visitor(published.Hub.Address, Screen.Phone, Cast.Mayor);
        var path = await RoomOf(visitor);
        var wire = await Wire.Of(visitor);
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Find("#stage article h2").WaitForAsync();
        await visitor.IsLive();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // All that the visit asks for until it is live, of which the slide itself needs the page and its styles alone.
        output.WriteLine(wire.ToString());
        Assert.InRange(wire.Bytes(), 1, 100 * 1024);
        Assert.InRange(wire.Bytes("Script"), 1, 40 * 1024);
        Assert.InRange(wire.UntilReadable, 1, 12);
    }

    [Fact]
    public async Task Every_asset_is_named_by_its_content_and_kept_for_ever()
    {
        await using var visitor = await chrome.Visitor(published.Hub.Address, Screen.Phone, Cast.Mayor);
        var path = await RoomOf(visitor);
        var assets = new List<IResponse>();
        visitor.Page.Response += (_, answer) =>
        {
            if (answer.Request.ResourceType is "script" or "stylesheet")
                assets.Add(answer);
        };
        await visitor.GoTo(path);
        await visitor.IsLive();
        Assert.NotEmpty(assets);
        foreach (var asset in assets)
        {
            Assert.Matches(@"\.[a-z0-9]{10}\.(js|css)$", asset.Url);
            Assert.Contains("immutable", await asset.HeaderValueAsync("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("br", await asset.HeaderValueAsync("Content-Encoding"));
        }
    }

    /// <summary>Told, not judged: a shared machine is too noisy for a bound in seconds.</summary>
    [Fact]
    public async Task A_weak_line_still_brings_the_slide_and_then_the_live_room()
    {
        await using var visitor = await chrome.Visitor(published.Hub.Address, Screen.Phone, Cast.Mayor);
        var path = await RoomOf(visitor);
        var wire = await Wire.Of(visitor);
        await wire.Slow(kilobits: 400, latencyMs: 400);
        var clock = Stopwatch.StartNew();
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit, Timeout = 60_000 });
        await Assertions
            .Expect(visitor.Find("body"))
            .ToHaveAttributeAsync("data-standing", "live", new() { Timeout = 60_000 });
        var live = clock.Elapsed;
        var readable = await visitor.Page.EvaluateAsync<double>(
            "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        );
        output.WriteLine(
            $"At 400 kbit/s and 400 ms: readable after {readable / 1000:0.0} s, live after {live.TotalSeconds:0.0} s."
        );
    }

    /// <summary>The way to the room, with nothing of it in the browser's cache.</summary>
    private static async Task<string> RoomOf(Visitor visitor)
    {
        await visitor.GoTo("/meetings");
        var meeting = await visitor.Find("a[href^='/meetings/']").First.GetAttributeAsync("href");
        await visitor.Page.GotoAsync("about:blank");
        var session = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Network.clearBrowserCache");
        return $"/m/{meeting![^36..]}";
    }

    /// <summary>What goes over the wire, as the browser itself counts it: compressed, with headers.</summary>
    private sealed class Wire
    {
        private readonly Dictionary<string, (string Type, string Url)> asked = [];
        private readonly Dictionary<string, double> came = [];
        private ICDPSession session = null!;

        /// <summary>The page and whatever its head blocks painting for: what must be there before the slide can be read.</summary>
        public int UntilReadable => asked.Values.Count(a => a.Type is "Document" or "Stylesheet" or "Font" or "Image");

        public static async Task<Wire> Of(Visitor visitor)
        {
            var wire = new Wire { session = await visitor.Context.NewCDPSessionAsync(visitor.Page) };
            wire.session.Event("Network.requestWillBeSent").OnEvent += wire.Ask;
            wire.session.Event("Network.loadingFinished").OnEvent += wire.Come;
            await wire.session.SendAsync("Network.enable");
            return wire;
        }

        public async Task Slow(int kilobits, int latencyMs) =>
            await session.SendAsync(
                "Network.emulateNetworkConditions",
                new()
                {
                    ["offline"] = false,
                    ["latency"] = latencyMs,
                    ["downloadThroughput"] = kilobits * 1000 / 8,
                    ["uploadThroughput"] = kilobits * 1000 / 8,
                }
            );

        public int Bytes(string? type = null)
        {
            lock (asked)
                return (int)came.Where(c => type is null || asked[c.Key].Type == type).Sum(c => c.Value);
        }

        public override string ToString()
        {
            lock (asked)
                return string.Join(
                        '\n',
                        asked.Select(a => $"{came.GetValueOrDefault(a.Key), 8:0} B  {a.Value.Type, -10} {a.Value.Url}")
                    )
                    + $"\n{asked.Count} requests, {UntilReadable} until readable, {Bytes()} B, {Bytes("Script")} B of them scripts";
        }

        private void Ask(object? sender, JsonElement? told)
        {
            var id = told!.Value.GetProperty("requestId").GetString()!;
            var url = told.Value.GetProperty("request").GetProperty("url").GetString()!;
            lock (asked)
                asked[id] = (told.Value.GetProperty("type").GetString()!, url);
        }

        private void Come(object? sender, JsonElement? told)
        {
            lock (asked)
                came[told!.Value.GetProperty("requestId").GetString()!] = told
                    .Value.GetProperty("encodedDataLength")
                    .GetDouble();
        }
    }
}
