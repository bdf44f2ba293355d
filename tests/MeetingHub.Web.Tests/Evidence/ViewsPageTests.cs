using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Figures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>The page that shows an author every figure with the text to copy.</summary>
public sealed class ViewsPageTests : IAsyncLifetime
{
    private readonly App app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_text_to_copy_makes_a_slide_with_a_figure()
    {
        var secretary = await Desk.Of(app, App.Secretary, "uk");
        var page = await secretary.Read("/decks/views");
        var texts = page.QuerySelectorAll(".view pre").Select(p => p.TextContent).ToList();
        Assert.True(texts.Count >= EvidenceFeature.Views.Count);

        var slides = texts.Select((text, n) => $"# s{n}\n\n::: uk\n## {n}\n:::\n\n{text}\n");
        var blocks = await app
            .Services.GetRequiredService<IDataBlockSource>()
            .Of((await app.PersonOf(App.Secretary)).CommunityId!.Value, TestContext.Current.CancellationToken);
        var compiled = DeckCompiler.Compile(
            $"---\ntitle: Дані\nlanguages: uk\n---\n{string.Join('\n', slides)}",
            new Dictionary<string, string>(),
            blocks
        );

        Assert.Empty(compiled.Problems);
        Assert.All(compiled.Deck!.Slides, s => Assert.Contains("<figure", s.In["uk"].Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_option_is_explained_and_what_it_takes_is_taken()
    {
        var secretary = await Desk.Of(app, App.Secretary, "fr");
        var page = await secretary.Read("/decks/views?Tongue=uk");
        var blocks = await app
            .Services.GetRequiredService<IDataBlockSource>()
            .Of((await app.PersonOf(App.Secretary)).CommunityId!.Value, TestContext.Current.CancellationToken);

        foreach (var view in EvidenceFeature.Views)
        {
            var lines = page.QuerySelectorAll($"#{view.Name} .view-options > div").ToList();
            Assert.Equal(view.Options.Count + 1, lines.Count);
            foreach (var (line, option) in lines.Zip(view.Options))
            {
                Assert.Equal($"{option}:", line.QuerySelector("dt")!.TextContent);
                Assert.DoesNotContain("view_option.", line.TextContent, StringComparison.Ordinal);
                if (
                    line.QuerySelector("dd code")?.TextContent.Split(", ") is not { } words
                    || option is "rate" or "top"
                )
                    continue;
                foreach (var word in words.Where(w => !w.Contains('…', StringComparison.Ordinal)))
                    Assert.NotEqual(
                        DeckProblem.DataValue,
                        blocks.Draw(DataBlock.Read(view.Name, $"{option}: {word}", 0)!, "fr").Problem?.Code
                    );
            }
        }
    }

    [Fact]
    public async Task A_figure_is_told_in_the_language_that_is_asked_for()
    {
        var secretary = await Desk.Of(app, App.Secretary, "uk");
        var page = await secretary.Read("/decks/views?Tongue=fr");

        var region = page.QuerySelector("#damage-by-sector .stage")!;
        Assert.Equal("fr", region.GetAttribute("lang"));
        Assert.Equal("Sites endommagés par secteur", region.GetAttribute("aria-label"));
        Assert.Equal("Дані для слайдів", page.QuerySelector("h1")!.TextContent);
    }
}
