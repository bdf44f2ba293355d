using MeetingHub.Browser.Tests.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>A deck as one file: it is read where there is no line, in every language, and asks nobody for anything.</summary>
public sealed class OfflineFileTests(Chrome chrome)
{
    [Fact]
    public async Task A_file_is_read_without_a_line_in_the_readers_language_and_by_the_arrow_keys()
    {
        var file = await File();
        await using var councillor = await chrome.Visitor("http://localhost:9", Screen.Phone, "fr-FR");
        List<string> requests = [];
        councillor.Page.Request += (_, request) => requests.Add(request.Url);
        await councillor.Context.SetOfflineAsync(true);
        await councillor.Page.GotoAsync(new Uri(file).AbsoluteUri);

        await Expect(councillor.Find("#s2 article[lang=fr] h2")).ToBeVisibleAsync();
        await Expect(councillor.Find("#s2 article[lang=uk]")).ToBeHiddenAsync();
        await councillor.Click("[data-speak=uk]");
        await Expect(councillor.Find("#s2 article[lang=uk] h2")).ToBeVisibleAsync();
        await Expect(councillor.Find("[data-speak=uk]")).ToHaveAttributeAsync("aria-pressed", "true");

        await councillor.Page.Keyboard.PressAsync("ArrowRight");
        await councillor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(councillor.Find("#s2")).ToBeFocusedAsync();
        await Expect(councillor.Find("#s2 article[lang=uk] h2")).ToBeInViewportAsync();

        Assert.Equal([new Uri(file).AbsoluteUri], requests);
        Assert.Empty(councillor.Complaints);
        Assert.Equal(
            0,
            await councillor.Page.EvaluateAsync<int>(
                "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
            )
        );
    }

    [Fact]
    public async Task Without_scripts_every_language_stands_there()
    {
        await using var councillor = await chrome.Visitor("http://localhost:9", Screen.Phone, scripts: false);
        await councillor.Page.GotoAsync(new Uri(await File()).AbsoluteUri);
        foreach (var language in new[] { "uk", "fr", "en" })
            await Expect(councillor.Find($"#s2 article[lang={language}] h2")).ToBeVisibleAsync();
        await Expect(councillor.Find(".languages")).ToBeHiddenAsync();
    }

    private async Task<string> File()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.GoTo("/decks");
        await using var scope = house.Services.CreateAsyncScope();
        var version = await scope
            .ServiceProvider.GetRequiredService<MeetingHub.Web.Data.HubDb>()
            .DeckVersions.AsNoTracking()
            .FirstAsync();
        var answer = await secretary.Context.APIRequest.GetAsync(
            $"/decks/{version.DeckId}/versions/{version.Version}/offline.html"
        );
        Assert.True(answer.Ok);
        var path = Path.Combine(Directory.CreateTempSubdirectory("meetinghub-browser-").FullName, "deck.html");
        await System.IO.File.WriteAllBytesAsync(path, await answer.BodyAsync());
        return path;
    }
}
