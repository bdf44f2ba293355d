using MeetingHub.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>A time is found on a phone and by the keyboard alone, and goes into the form as it was found.</summary>
public sealed class FindingTests(Chrome chrome)
{
    [Fact]
    public async Task A_time_found_on_a_phone_becomes_a_meeting()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Phone, Cast.UkrainianSecretary);
        await Search(secretary);
        await Expect(secretary.Find(".slot")).ToHaveCountAsync(5);
        await Expect(secretary.Find(".slot .clock").First).ToHaveTextAsync("09:00–10:00");

        await secretary.Find(".slot a.button").Nth(1).ClickAsync();
        await Expect(secretary.Find("[name='Form.Date']")).ToHaveValueAsync("2027-06-08");
        await Expect(secretary.Find("[data-times-here] .clock")).ToHaveTextAsync(["09:00–10:00", "08:00–09:00"]);
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Знайдений час");
        await secretary.Click("form[data-once] .actions button");

        await Expect(secretary.Find("h1")).ToHaveTextAsync("Знайдений час");
    }

    [Fact]
    public async Task The_picture_of_hours_is_one_stop_of_the_tab_key_and_arrows_move_in_it()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await Search(secretary);
        var grid = secretary.Find("[data-hours]");
        await Expect(grid.Locator("[tabindex='0']")).ToHaveCountAsync(1);

        await grid.Locator("[tabindex='0']").FocusAsync();
        var first = await Focused(secretary);
        await secretary.Page.Keyboard.PressAsync("ArrowRight");
        await secretary.Page.Keyboard.PressAsync("ArrowDown");
        var second = await Focused(secretary);
        await Expect(grid.Locator("[tabindex='0']")).ToHaveCountAsync(1);
        await secretary.Page.Keyboard.PressAsync("Enter");

        Assert.NotEqual(first, second);
        await Expect(secretary.Find("[name='Form.Date']")).ToHaveValueAsync("2027-06-08");
    }

    private static async Task Search(Visitor secretary)
    {
        await secretary.GoTo("/meetings/find");
        await secretary.Find("[name=from]").FillAsync("2027-06-07");
        await secretary.Find("[name=to]").FillAsync("2027-06-11");
        await secretary.Click("main form .actions button");
        await Expect(secretary.Find(".slot").First).ToBeVisibleAsync();
    }

    private static Task<string> Focused(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
}
