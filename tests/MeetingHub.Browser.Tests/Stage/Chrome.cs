using Microsoft.Playwright;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>One Chromium for all tests; each person in it has a context of their own.</summary>
public sealed class Chrome : IAsyncLifetime
{
    /// <summary>The Chromium of the tests, where it is.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("MEETINGHUB_CHROMIUM") ?? "/usr/bin/chromium-headless-shell";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                // Chromium's own sandbox refuses root, and containers run tests as root.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A person before a screen: their language, their zone, and nobody else's cookies.</summary>
    public async Task<Visitor> Visitor(
        string address,
        Screen screen,
        string locale = "fr-FR",
        string zone = "Europe/Paris",
        bool dark = false,
        bool scripts = true
    )
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                Locale = locale,
                TimezoneId = zone,
                ViewportSize = new() { Width = screen.Width, Height = screen.Height },
                HasTouch = screen.Touch,
                IsMobile = screen.Touch,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
            }
        );
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task<Visitor> Visitor(
        string address,
        Screen screen,
        Cast.Account account,
        bool dark = false,
        bool scripts = true
    )
    {
        var visitor = await Visitor(address, screen, account.Locale, account.Zone, dark, scripts);
        await visitor.SignIn(account);
        return visitor;
    }
}
