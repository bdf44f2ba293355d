using MeetingHub.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>A deck that is made of a community's own registers, from the template to the councillor's phone.</summary>
public sealed class RegisterDeckTests(Chrome chrome)
{
    [Fact]
    public async Task Damage_and_recovery_are_shown_from_the_registers_to_each_in_a_language_of_their_own()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        var deck = await Publish(secretary);
        await secretary.GoTo($"/meetings/{house.DemoMeeting}");
        await secretary.Find("[name=DeckId]").SelectOptionAsync(deck);
        await secretary.Click("form:has([name=DeckId]) button");

        await using var head = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianHead);
        await using var mayor = await chrome.Visitor(house.Address, Screen.Phone, Cast.Mayor);
        await mayor.EnterRoom(house.DemoMeeting);
        await head.EnterRoom(house.DemoMeeting, "/present");
        await head.TakeSlides();
        await head.Click("details:has(#slide-list) > summary");
        await head.Click("#slide-list [data-key='damage-by-sector']");

        await mayor.Sees("damage-by-sector");
        await mayor.ReadsIn("fr");
        var figure = mayor.Find("#stage .data");
        await Expect(figure.Locator("figcaption").First).ToHaveTextAsync("Sites endommagés par secteur");
        await Expect(figure.Locator("svg").First).ToBeInViewportAsync();
        await Expect(figure.Locator(".visually-hidden tr:has-text('Logement') td").First).ToHaveTextAsync("8");
        await Expect(figure.Locator(".data-origin")).ToContainTextAsync("12 janv. 2023");
        await mayor.Click("[data-speak=uk]");
        await Expect(figure.Locator("figcaption").First).ToHaveTextAsync("Пошкоджені об’єкти за галузями");

        await head.Click("#slide-list [data-key='where']");
        await Expect(mayor.Find("#stage [data-slide='where'] svg").First).ToBeInViewportAsync();
        foreach (var person in new[] { secretary, head, mayor })
            Assert.Empty(person.Complaints);
    }

    private static async Task<string> Publish(Visitor secretary)
    {
        await secretary.GoTo("/decks");
        await secretary.Find("[name=Template][value=damage-and-recovery]").CheckAsync();
        await secretary.Click("form:has([name=Template]) button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        var deck = secretary.Page.Url[^36..];
        await secretary.Click("button[value=publish]");
        await Expect(secretary.Find(".notice.good").First).ToHaveTextAsync(await secretary.Word("decks.is_published"));
        return deck;
    }
}
