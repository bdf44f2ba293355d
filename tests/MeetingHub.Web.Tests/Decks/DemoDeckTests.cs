using System.IO.Compression;
using System.Runtime.CompilerServices;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Evidence.Import;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class DemoDeckTests
{
    private static readonly string Text = File.ReadAllText(PathOfDemo());
    private static readonly DeckCompilation Compilation = DeckCompiler.Compile(
        Text,
        new Dictionary<string, string>(),
        DemoRegisters.Figures()
    );

    [Fact]
    public void The_demo_deck_is_complete_in_every_language()
    {
        Assert.Empty(Compilation.Problems);
        var deck = Compilation.Deck!;
        Assert.Equal(Language.All, deck.Languages);
        Assert.InRange(deck.Slides.Count, 12, 20);
        foreach (var slide in deck.Slides)
        {
            Assert.All(slide.In.Values, text => Assert.Equal(TextState.Present, text.State));
            Assert.All(slide.In.Values, text => Assert.NotEqual(slide.Id, text.Title));
            Assert.All(Language.All, language => Assert.InRange(slide.Notes[language].Words, 10, 130));
        }
    }

    [Fact]
    public void Every_slide_of_the_demo_that_is_no_heading_names_its_source()
    {
        foreach (var slide in Compilation.Deck!.Slides.Where(s => s.Layout != SlideLayout.Section))
            Assert.All(
                slide.In.Values,
                text => Assert.Contains("class=\"source\"", text.Html, StringComparison.Ordinal)
            );
    }

    [Fact]
    public void No_shared_line_of_the_demo_falls_back_to_showing_every_language_at_once() =>
        Assert.All(
            Compilation.Deck!.Slides.SelectMany(slide => slide.In.Values),
            text => Assert.DoesNotContain(Alternatives.Separator, text.Html, StringComparison.Ordinal)
        );

    [Fact]
    public void The_demo_travels_in_a_few_kilobytes()
    {
        var json = Given.Utf8(Compilation.Deck!.PublicJson());
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(json);

        TestContext.Current.TestOutputHelper!.WriteLine($"{json.Length} bytes, {packed.Length} compressed");
        Assert.InRange(packed.Length, 1_000, 16_000);
    }

    [Fact]
    public void The_translations_of_the_demo_are_stamped() => Assert.Equal(Translations.Stamp(Text, Text), Text);

    private static string PathOfDemo([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../src/MeetingHub.Web/Decks/Demo/izium.md");
}
