using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Fitting;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Shared.Running;
using MeetingHub.Web.Tests.Decks.Out;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Fitting;

public sealed class FitTests : IAsyncDisposable
{
    private static readonly string Long = string.Concat(
        Enumerable.Repeat("- Ще один довгий рядок, який на слайді вже не вміщується\n", 14)
    );

    private readonly App app = new();

    private static CompiledDeck TooLong =>
        Given.Compiled(
            $"# short\n::: uk\n## Коротко\n:::\n\n# long\n::: uk\n## Довго\n\n{Long}:::\n\n::: fr\n## Court\n:::\n\n::: en\n## Short\n:::\n"
        );

    [Fact]
    public async Task A_browser_finds_the_slide_the_language_and_by_how_much()
    {
        var (check, stop) = Measuring();
        var report = await check.Check(TooLong, stop);
        Assert.True(report.IsMeasured);
        Assert.Equal(
            [(2, "uk", 1280), (2, "uk", 1920)],
            report.Overflows.Select(o => (o.Number, o.Language, o.Screen.Width))
        );
        Assert.All(report.Overflows, o => Assert.InRange(o.Percent, 5, 200));
    }

    [Fact]
    public async Task The_demo_deck_fits_where_it_is_measured()
    {
        var (check, stop) = Measuring();
        var report = await check.Check(Frozen.Demo().Deck, stop);
        Assert.True(report.IsMeasured);
        Assert.Empty(report.Overflows);
        Assert.Empty(new FitEstimate(_ => null).Of(Frozen.Demo().Deck).Overflows);
    }

    [Fact]
    public async Task A_slide_cannot_forge_the_result_or_run_a_script()
    {
        var (check, stop) = Measuring();
        var slide = new CompiledSlide(
            "evil",
            Domain.Decks.SlideLayout.Plain,
            0,
            new Dictionary<string, SlideInLanguage>
            {
                ["uk"] = new(
                    "<script>parent.document.documentElement.replaceChildren()</script><p data-0=\"[[0,0,99,99]]\">&lt;html data-x=\"[]\"&gt;</p>"
                        + "<img src=\"http://127.0.0.1:9/x\" onerror=\"parent.document.title='x'\"></div></div></main></iframe><h1>out</h1>",
                    "evil",
                    Domain.Decks.TextState.Present
                ),
            },
            new Dictionary<string, SlideNotes>()
        );
        var report = await check.Check(new CompiledDeck(Domain.Languages.LocalText.Empty, ["uk"], [slide]), stop);
        Assert.True(report.IsMeasured);
        Assert.Empty(report.Overflows);
    }

    [Fact]
    public async Task A_browser_that_hangs_is_ended_and_an_estimate_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The browser of this test is a shell script.");
        var script = Path.Combine(Directory.CreateTempSubdirectory("meetinghub-web-").FullName, "browser");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 600\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var report = await CheckWith(new FitSettings { Browser = script, TimeoutSeconds = 1 })
            .Check(TooLong, TestContext.Current.CancellationToken);
        Assert.False(report.IsMeasured);
        Assert.Contains(report.Overflows, o => o is { Number: 2, Language: "uk" });
    }

    [Fact]
    public async Task Without_a_browser_the_lengths_tell_and_what_is_short_is_not_blamed()
    {
        var report = await CheckWith(new FitSettings { Browser = OutsideProgram.Off })
            .Check(TooLong, TestContext.Current.CancellationToken);
        Assert.False(report.IsMeasured);
        Assert.Equal([(2, "uk"), (2, "uk")], report.Overflows.Select(o => (o.Number, o.Language)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private (FitCheck Check, CancellationToken Stop) Measuring()
    {
        var check = CheckWith(new FitSettings());
        Assert.SkipUnless(check.CanMeasure, "No Chromium on the path.");
        return (check, TestContext.Current.CancellationToken);
    }

    private FitCheck CheckWith(FitSettings settings)
    {
        var estimate = new FitEstimate(_ => null);
        var page = new FitPage(app.Services.GetRequiredService<WebParts>(), _ => null);
        return new(new Browser(settings), page, estimate, NullLogger<FitCheck>.Instance);
    }
}
