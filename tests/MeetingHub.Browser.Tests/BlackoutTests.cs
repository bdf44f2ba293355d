using System.Diagnostics;
using MeetingHub.Browser.Tests.Stage;

namespace MeetingHub.Browser.Tests;

/// <summary>The server is killed in mid-presentation, as a power cut does it.</summary>
public sealed class BlackoutTests(Chrome chrome, ITestOutputHelper output)
{
    [Fact]
    public async Task After_a_killed_server_everyone_is_back_on_the_slide_within_five_seconds()
    {
        await using var hub = await HubProcess.Built();
        await using var head = await chrome.Visitor(hub.Address, Screen.Laptop, Cast.UkrainianHead);
        await using var phone = await chrome.Visitor(hub.Address, Screen.Phone, Cast.Mayor);
        await using var chamber = await chrome.Visitor(hub.Address, Screen.Projector, Cast.FrenchSecretary);
        var meeting = await TheMeeting(head);
        Visitor[] all = [head, phone, chamber];
        await head.EnterRoom(meeting, "/present");
        await phone.EnterRoom(meeting);
        await chamber.EnterRoom(meeting, "/chamber");
        await head.TakeSlides();
        for (var press = 0; press < 4; press++)
            await head.Page.Keyboard.PressAsync("PageDown");
        await Task.WhenAll(all.Select(v => v.Sees("timeline")));
        await Task.WhenAll(all.Select(v => v.Mark()));

        await hub.Kill();
        await Task.WhenAll(all.Select(v => v.IsLost()));
        await hub.Begin();
        var answering = Stopwatch.StartNew();
        await Task.WhenAll(all.Select(v => v.IsLive()));
        var back = answering.Elapsed;
        output.WriteLine($"All three browsers live again {back.TotalSeconds:0.0} s after the server answered.");
        Assert.True(back < TimeSpan.FromSeconds(5), $"It took {back.TotalSeconds:0.0} s");

        await Task.WhenAll(all.Select(v => v.Sees("timeline")));
        await head.HoldsSlides();
        await head.Page.Keyboard.PressAsync("PageDown");
        await Task.WhenAll(
            all.Select(v =>
                Microsoft.Playwright.Assertions.Expect(v.Find("#stage li:not(.is-hidden)")).ToHaveCountAsync(3)
            )
        );
        await Task.WhenAll(all.Select(v => v.WasNotReloaded()));
    }

    private static async Task<Guid> TheMeeting(Visitor visitor)
    {
        await visitor.GoTo("/meetings");
        var path = await visitor.Find("a[href^='/meetings/']:not([href$=new])").First.GetAttributeAsync("href");
        return Guid.Parse(path![^36..]);
    }
}
