using MeetingHub.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>A deck is written as text: saved by itself, kept on the device without the line, and published only when sound.</summary>
public sealed class DeckEditorTests(Chrome chrome)
{
    private const string Sound = """
        ---
        title: Школи / Écoles / Schools
        languages: uk, fr, en
        ---

        # schools

        ::: uk
        ## Школи
        :::

        ::: fr
        ## Écoles
        :::
        """;

    [Fact]
    public async Task A_deck_saves_itself_shows_what_is_wrong_and_is_published_when_sound()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await Expect(secretary.Find("#saved")).Not.ToBeEmptyAsync();
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Школи");
        await secretary.Find("[name=Tongue]").SelectOptionAsync("fr");
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Écoles");

        await secretary.Find("[name=Draft]").FillAsync(Sound + "\n\n# schools\n\n::: uk\n## Ще раз\n:::\n");
        await Expect(secretary.Find("#preview .notice.bad li")).ToHaveCountAsync(1);
        await Expect(secretary.Find("button[value=publish]")).ToBeDisabledAsync();

        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await Expect(secretary.Find("button[value=publish]")).ToBeEnabledAsync();
        await secretary.Click("button[value=publish]");
        await Expect(secretary.Find(".notice.good")).ToHaveTextAsync(await secretary.Word("decks.is_published"));
        Assert.Empty(secretary.Complaints);
    }

    [Fact]
    public async Task A_slide_that_a_hall_would_not_see_whole_is_named_once_it_is_published()
    {
        await using var house = new House(measures: true);
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        var lines = string.Concat(Enumerable.Repeat("- ще один довгий рядок про кожну школу громади\n", 30));
        await secretary
            .Find("[name=Draft]")
            .FillAsync(Sound + $"\n# too-long\n\n::: uk\n## Забагато\n\n{lines}:::\n\n::: fr\n## Court\n:::\n");
        await Expect(secretary.Find("button[value=publish]")).ToBeEnabledAsync();
        await secretary.Click("button[value=publish]");

        await Expect(secretary.Find("#fit"))
            .Not.ToHaveAttributeAsync("data-awaited", "yes", new() { Timeout = 60_000 });
        await Expect(secretary.Find("#fit .notice.warn p")).ToHaveTextAsync(await secretary.Word("fit.too_large"));
        // In English the Ukrainian text stands in; the French one is short.
        await Expect(secretary.Find("#fit .notice.warn li"))
            .ToContainTextAsync(["2. Забагато (UK)", "2. Забагато (EN)"]);
    }

    [Fact]
    public async Task What_was_written_without_the_line_is_there_after_a_closed_tab()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        var deck = new Uri(secretary.Page.Url).AbsolutePath;
        await secretary.Context.SetOfflineAsync(true);
        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await Expect(secretary.Find("#saved")).ToHaveTextAsync(await secretary.Word("decks.not_saved"));
        await secretary.ReopenTab();
        await secretary.Context.SetOfflineAsync(false);

        await secretary.GoTo(deck);
        await Expect(secretary.Find("#unsaved")).ToBeVisibleAsync();
        await Expect(secretary.Find("[name=Draft]")).ToHaveValueAsync(Sound);
        await secretary.Click("button[value=save]");
        await secretary.Page.WaitForLoadStateAsync(LoadState.Load);
        await Expect(secretary.Find("#unsaved")).ToBeHiddenAsync();
        await secretary.GoTo(deck);
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Школи");
    }

    [Fact]
    public async Task What_was_saved_in_vain_is_there_again()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        var deck = new Uri(secretary.Page.Url).AbsolutePath;
        await secretary.Context.SetOfflineAsync(true);
        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await secretary.Click("button[value=save]");
        await secretary.Page.WaitForURLAsync("chrome-error://**");
        await secretary.Context.SetOfflineAsync(false);

        await secretary.GoTo(deck);
        await Expect(secretary.Find("#unsaved")).ToBeVisibleAsync();
        await Expect(secretary.Find("[name=Draft]")).ToHaveValueAsync(Sound);
        await secretary.Click("button[value=save]");
        await Expect(secretary.Find("form[data-answer=taken]")).ToBeAttachedAsync();
        await secretary.GoTo(deck);
        await Expect(secretary.Find("#unsaved")).ToBeHiddenAsync();
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Школи");
        Assert.Empty(secretary.OwnFaults);
    }

    [Fact]
    public async Task On_a_slow_line_nobody_is_in_conflict_with_themselves()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        await secretary.Page.RouteAsync(
            "**/draft",
            async route =>
            {
                var answer = await route.FetchAsync();
                await Task.Delay(1500, TestContext.Current.CancellationToken);
                await route.FulfillAsync(new() { Response = answer });
            }
        );

        var second = Sound.Replace("## Школи", "## Ліцеї", StringComparison.Ordinal);
        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await secretary.Page.WaitForRequestAsync("**/draft");
        await secretary.Find("[name=Draft]").FillAsync(second);
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Ліцеї");
        await Expect(secretary.Find("#saved")).Not.ToBeEmptyAsync();
        await secretary.Page.WaitForResponseAsync("**/draft");
        await secretary.Page.WaitForFunctionAsync("localStorage.length === 0");

        await Expect(secretary.Find("[role=alert]")).ToHaveCountAsync(0);
        await secretary.GoTo(new Uri(secretary.Page.Url).AbsolutePath);
        await Expect(secretary.Find("#unsaved")).ToBeHiddenAsync();
        await Expect(secretary.Find("#preview .slide h2")).ToHaveTextAsync("Ліцеї");
        Assert.Empty(secretary.Complaints);
    }

    [Fact]
    public async Task A_translation_that_was_saved_in_vain_is_there_again()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await NewDeck(secretary);
        await secretary.Find("[name=Draft]").FillAsync(Sound);
        await Expect(secretary.Find("#saved")).Not.ToBeEmptyAsync();
        var slide = new Uri(secretary.Page.Url).AbsolutePath + "/slides/schools?from=uk&to=fr";
        await secretary.GoTo(slide);
        await secretary.Context.SetOfflineAsync(true);
        await secretary.Find("[name='part.body.fr.0']").FillAsync("## Lycées");
        await secretary.Find("form[data-slide] button:not([type])").First.ClickAsync();
        await secretary.Page.WaitForURLAsync("chrome-error://**");
        await secretary.Context.SetOfflineAsync(false);

        await secretary.GoTo(slide);
        await Expect(secretary.Find("#unsaved")).ToBeVisibleAsync();
        await Expect(secretary.Find("[name='part.body.fr.0']")).ToHaveValueAsync("## Lycées");
        await secretary.Find("form[data-slide] button:not([type])").First.ClickAsync();
        await Expect(secretary.Find(".notice.good").First).ToBeVisibleAsync();
        await Expect(secretary.Find("#unsaved")).ToBeHiddenAsync();
        await Expect(secretary.Find("[name='part.body.fr.0']")).ToHaveValueAsync("## Lycées");
        Assert.Equal(0, await secretary.Page.EvaluateAsync<int>("localStorage.length"));
        Assert.Empty(secretary.OwnFaults);
    }

    private static async Task NewDeck(Visitor secretary)
    {
        await secretary.GoTo("/decks");
        await secretary.Find("[name=Title]").FillAsync("Чернетка");
        await secretary.Click("form:has([name=Title]) button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
    }
}
