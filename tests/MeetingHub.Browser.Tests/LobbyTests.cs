using MeetingHub.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>Where there is a lobby, nobody sees the room before a secretary has let them in.</summary>
public sealed class LobbyTests(Chrome chrome)
{
    [Fact]
    public async Task A_walk_in_waits_is_let_in_and_can_be_shown_out()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.GoTo($"/meetings/{house.DemoMeeting}/edit");
        await secretary.Find("[name='Form.AdmitAutomatically']").UncheckAsync();
        await secretary.Click("form[data-once] .actions button");
        await secretary.Page.WaitForURLAsync($"**/meetings/{house.DemoMeeting}");
        await secretary.EnterRoom(house.DemoMeeting, "/chamber");
        var code = await secretary.Find(".join .code").InnerTextAsync();
        await secretary.EnterRoom(house.DemoMeeting, "/present");

        await using var walkIn = await chrome.Visitor(house.Address, Screen.Phone);
        await walkIn.GoTo($"/j?code={code}");
        await walkIn.Find("[name=Name]").FillAsync("Voisin Curieux");
        await walkIn.Click("form:has([name=Name]) button");
        await Expect(walkIn.Find("body")).ToHaveAttributeAsync("data-standing", "waiting");
        await Expect(walkIn.Find("#cover-text")).ToHaveTextAsync(await walkIn.Word("live.lobby"));
        await Expect(walkIn.Find("#stage .slide")).ToHaveCountAsync(0);

        await secretary.Click("#waiting li:has-text('Voisin Curieux') button");
        await walkIn.IsLive();
        await walkIn.Sees("title");
        await Expect(walkIn.Find("#cover")).ToBeHiddenAsync();

        secretary.WillConfirm();
        await secretary.Click("#here li:has-text('Voisin Curieux') button.danger");
        await Expect(walkIn.Find("body")).ToHaveAttributeAsync("data-standing", "out");
        await Expect(walkIn.Find("#cover-text")).ToHaveTextAsync(await walkIn.Word("refusal.seat_removed"));
        var again = await walkIn.Page.GotoAsync($"/m/{house.DemoMeeting}");
        Assert.Equal(403, again!.Status);
    }
}
