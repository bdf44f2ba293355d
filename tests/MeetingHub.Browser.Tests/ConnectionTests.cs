using MeetingHub.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>The screen never lies about the line, and nothing that was typed is lost or sent twice.</summary>
public sealed class ConnectionTests(Chrome chrome)
{
    [Fact]
    public async Task Without_the_network_the_page_says_when_it_was_last_confirmed_and_no_control_pretends()
    {
        await using var house = new House();
        await using var head = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianHead);
        await head.EnterRoom(house.DemoMeeting, "/present");
        await head.TakeSlides();
        await head.Sees("title");

        await head.Context.SetOfflineAsync(true);
        await head.IsLost();
        await Expect(head.Find("#standing")).ToContainTextAsync((await head.Word("live.last_confirmed", "")).Trim());
        foreach (var control in new[] { "#forward", "#back", "#release" })
            await Expect(head.Find(control)).ToBeDisabledAsync();
        var seq = (await house.Meeting(house.DemoMeeting)).Seq;
        await head.Page.Keyboard.PressAsync("PageDown");
        await head.Sees("title");
        Assert.Equal(seq, (await house.Meeting(house.DemoMeeting)).Seq);

        await head.Context.SetOfflineAsync(false);
        await head.IsLive();
        await head.HoldsSlides();
        await head.Page.Keyboard.PressAsync("PageDown");
        await head.Sees("who-we-are");
        Assert.Empty(head.OwnFaults);
    }

    [Fact]
    public async Task A_question_written_without_the_network_is_kept_and_sent_once_when_the_line_is_back()
    {
        await using var house = new House();
        await using var reader = await chrome.Visitor(house.Address, Screen.Phone, Cast.Mayor);
        await reader.EnterRoom(house.DemoMeeting);
        await reader.Context.SetOfflineAsync(true);
        await reader.IsLost();

        const string question = "Quand l’hôpital rouvrira-t-il ?";
        await reader.Find("#ask textarea").FillAsync(question);
        await reader.Click("#ask button");
        await Expect(reader.Find("#ask")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(reader.Find("#ask textarea")).ToHaveValueAsync(question);
        await Expect(reader.Find("#questions")).Not.ToContainTextAsync(question);
        Assert.Empty((await house.Meeting(house.DemoMeeting)).Questions);

        await reader.Context.SetOfflineAsync(false);
        await Expect(reader.Find("#questions .question")).ToContainTextAsync(question);
        await Expect(reader.Find("#ask textarea")).ToHaveValueAsync("");
        Assert.Single((await house.Meeting(house.DemoMeeting)).Questions);
    }

    [Fact]
    public async Task A_closed_tab_keeps_the_question_that_was_not_sent()
    {
        await using var house = new House();
        await using var reader = await chrome.Visitor(house.Address, Screen.Phone, Cast.Mayor);
        await reader.EnterRoom(house.DemoMeeting);
        await reader.Find("#ask textarea").FillAsync("Combien d’écoles ?");
        await reader.ReopenTab();
        await reader.EnterRoom(house.DemoMeeting);
        await Expect(reader.Find("#ask textarea")).ToHaveValueAsync("Combien d’écoles ?");

        await reader.Click("#ask button");
        await Expect(reader.Find("#questions .question")).ToHaveCountAsync(1);
        await reader.ReopenTab();
        await reader.EnterRoom(house.DemoMeeting);
        await Expect(reader.Find("#ask textarea")).ToHaveValueAsync("");
    }
}
