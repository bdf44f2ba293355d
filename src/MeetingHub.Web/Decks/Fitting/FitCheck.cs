using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeetingHub.Web.Decks.Compiling;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>Measures with a browser where there is one, else estimates.</summary>
internal sealed class FitCheck(Browser browser, FitPage page, FitEstimate estimate, ILogger<FitCheck> logger)
    : IFitCheck
{
    public bool CanMeasure => browser.Program is not null;

    public async Task<FitReport> Check(CompiledDeck deck, CancellationToken stop = default) =>
        await Measure(deck, stop) ?? estimate.Of(deck);

    private async Task<FitReport?> Measure(CompiledDeck deck, CancellationToken stop)
    {
        if (!CanMeasure)
            return null;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            var dom = await browser.Dump(page.Of(deck, secret), stop);
            if (dom is not null && Read(dom, secret, deck) is { } overflows)
                return new(true, overflows);
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            logger.LogWarning(fault, "The browser that measures slides could not be started");
            return null;
        }

        logger.LogWarning("The browser {Program} did not measure the slides in time", browser.Program);
        return null;
    }

    /// <summary>The figures that the page left in the attribute of the secret name; null when there are none.</summary>
    internal static IReadOnlyList<Overflow>? Read(string dom, string secret, CompiledDeck deck)
    {
        var attribute = Regex.Match(
            dom,
            $"<html data-{secret}=\"(?<json>[^\"]*)\"",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        if (!attribute.Success)
            return null;
        var found = JsonSerializer.Deserialize<int[][]>(WebUtility.HtmlDecode(attribute.Groups["json"].Value));
        return [.. (found ?? []).Where(f => f.Length == 4).Select(f => OverflowOf(f, deck)).OfType<Overflow>()];
    }

    private static Overflow? OverflowOf(int[] figures, CompiledDeck deck)
    {
        var (at, language) = Math.DivRem(figures[0], deck.Languages.Count);
        if (at < 0 || at >= deck.Slides.Count || figures[1] < 0 || figures[1] >= HallScreen.All.Count)
            return null;
        return new(
            deck.Slides[at].Id,
            at + 1,
            deck.Languages[language],
            HallScreen.All[figures[1]],
            Math.Max(figures[2], figures[3]),
            IsTooWide: figures[2] == 0
        );
    }
}
