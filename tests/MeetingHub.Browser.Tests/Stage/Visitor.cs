using System.Text.RegularExpressions;
using MeetingHub.Web.Shared.Languages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>
/// One person and their browser. Buttons are found by what they do, never by words: the texts are the translators'.
/// What the browser complains about is kept.
/// </summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        Watch(page);
        context.Page += (_, other) => Watch(other);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    /// <summary>Errors in the console, uncaught exceptions and refusals by the content security policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The same, without what a cut line or a killed server makes every browser say.</summary>
    public IEnumerable<string> OwnFaults =>
        complaints.Where(c =>
            !c.Contains("net::ERR_", StringComparison.Ordinal) && !c.Contains("WebSocket", StringComparison.Ordinal)
        );

    public ILocator Find(string selector) => Page.Locator(selector);

    public Task Click(string selector) => Find(selector).ClickAsync();

    public async Task GoTo(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
    }

    public async Task SignIn(Cast.Account account)
    {
        await GoTo("/sign-in");
        await Find("[name='Form.Email']").FillAsync(account.Email);
        await Find("[name='Form.Password']").FillAsync(Cast.Password);
        await Find("form:has([name='Form.Password']) button").ClickAsync();
        await Page.WaitForURLAsync("**/meetings");
    }

    public async Task EnterRoom(Guid meeting, string part = "")
    {
        await GoTo($"/m/{meeting}{part}");
        await IsLive();
    }

    public Task IsLive() => Expect(Find("body")).ToHaveAttributeAsync("data-standing", "live");

    public Task IsLost() =>
        Expect(Find("body")).ToHaveAttributeAsync("data-standing", "lost", new() { Timeout = 20_000 });

    public Task Sees(string slide) => Expect(Find($"#stage [data-slide='{slide}']")).ToBeVisibleAsync();

    public Task ReadsIn(string language) => Expect(Find("#stage article")).ToHaveAttributeAsync("lang", language);

    public Task HoldsSlides() => Expect(Find("body")).ToHaveAttributeAsync("data-drives", "true");

    public async Task TakeSlides()
    {
        await Click("#take");
        await HoldsSlides();
    }

    /// <summary>The words for a key as this person's browser should show them.</summary>
    public async Task<string> Word(string key, params object[] values)
    {
        var language = await Page.EvaluateAsync<string>("document.documentElement.lang");
        return values.Length == 0 ? Texts.In(language)[key] : Texts.In(language)[key, values];
    }

    /// <summary>Says yes to the browser's question that comes next.</summary>
    public void WillConfirm() => Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

    /// <summary>Closes the tab and opens another in the same browser.</summary>
    public async Task ReopenTab()
    {
        await Page.CloseAsync();
        Page = await Context.NewPageAsync();
    }

    /// <summary>A mark in the page's memory that a reload would wipe.</summary>
    public Task Mark() => Page.EvaluateAsync("window.sameDocument = true");

    public async Task WasNotReloaded() => Assert.True(await Page.EvaluateAsync<bool>("window.sameDocument === true"));

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                complaints.Add($"{PathOf(page.Url)}: {said.Text}");
        };
        page.PageError += (_, fault) => complaints.Add($"{PathOf(page.Url)}: {fault}");
    }

    private static string PathOf(string url) => Origin().Replace(url, "");

    [GeneratedRegex("^https?://[^/]+", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Origin();
}
