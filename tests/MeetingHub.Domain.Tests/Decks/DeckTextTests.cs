using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks;

public sealed class DeckTextTests
{
    private const string Front = "---\ntitle: Ізюм / Izium / Izium\nlanguages: uk, fr, en\n---\n";

    [Fact]
    public void A_title_with_one_text_per_language_is_a_title_in_each()
    {
        var deck = Read(Front + "# a\ntext");

        Assert.Equal("Ізюм", deck.Title.Exactly("uk"));
        Assert.Equal("Izium", deck.Title.Exactly("fr"));
        Assert.Equal("uk", deck.SourceLanguage);
    }

    [Fact]
    public void A_title_that_does_not_divide_evenly_is_for_everybody()
    {
        var deck = Read("---\ntitle: \"A / B\"\nlanguages: uk, fr, en\n---\n# a\ntext");

        Assert.Equal("A / B", deck.Title.Exactly("fr"));
    }

    [Fact]
    public void A_slide_keeps_its_parts_in_document_order()
    {
        var slide = Assert.Single(
            Read(Front + "# a {.section}\none\n::: uk\ntwo\n:::\nthree\n::: notes fr\nfour\n:::\n").Slides
        );

        Assert.Equal(SlideLayout.Section, slide.Layout);
        Assert.Equal(
            [PartKind.Shared, PartKind.Body, PartKind.Shared, PartKind.Notes],
            slide.Parts.Select(p => p.Kind)
        );
        Assert.Equal(["one", "two", "three", "four"], slide.Parts.Select(p => p.Markdown.Trim()));
        Assert.Equal([6, 8, 10, 12], slide.Parts.Select(p => p.Line));
    }

    [Fact]
    public void A_chart_inside_a_language_stays_with_that_language()
    {
        var slide = Assert.Single(Read(Front + "# a\n::: uk\n::: bars max=1\n| a |\n:::\nafter\n:::\n").Slides);

        Assert.Equal("::: bars max=1\n| a |\n:::\nafter", Assert.Single(slide.Parts).Markdown);
    }

    [Fact]
    public void Nothing_in_fenced_code_is_structure()
    {
        var slide = Assert.Single(Read(Front + "# a\n```\n# b\n::: notes uk\n```\n").Slides);

        Assert.Equal(PartKind.Shared, Assert.Single(slide.Parts).Kind);
    }

    [Fact]
    public void Windows_line_ends_and_invisible_overrides_do_not_reach_the_deck()
    {
        var slide = Assert.Single(Read((Front + "# a\nsafe\u202E txt\0").ReplaceLineEndings("\r\n")).Slides);

        Assert.Equal("safe txt", slide.Parts[0].Markdown);
    }

    [Theory]
    [InlineData("# a\n", "deck.problem.no_front_matter", 1)]
    [InlineData("", "deck.problem.no_front_matter", 1)]
    [InlineData("---\nlanguages: uk\n---\n# a\n", "deck.problem.no_title", 1)]
    [InlineData("---\ntitle: A\nlanguages: uk, de\n---\n# a\n", "deck.problem.languages", 3)]
    [InlineData("---\ntitle: A\nlanguages: uk, uk\n---\n# a\n", "deck.problem.languages", 3)]
    [InlineData(Front, "deck.problem.no_slides", 0)]
    [InlineData(Front + "hello\n# a\n", "deck.problem.text_before_slide", 5)]
    [InlineData(Front + "# Not An Id\n", "deck.problem.slide_id", 5)]
    [InlineData(Front + "# a {onclick=x}\n", "deck.problem.slide_id", 5)]
    [InlineData(Front + "# a {.huge}\n", "deck.problem.layout", 5)]
    [InlineData(Front + "# a\n# b\n# a\n", "deck.problem.duplicate_id", 7)]
    [InlineData(Front + "# a\n::: script\n:::\n", "deck.problem.unknown_container", 6)]
    [InlineData(Front + "# a\n::: fr of=zz\n:::\n", "deck.problem.unknown_container", 6)]
    [InlineData(Front + "# a\n:::: notes uk\n::::\n", "deck.problem.unknown_container", 6)]
    [InlineData(Front + "# a\n::: uk\n::: fr\n:::\n:::\n", "deck.problem.nested_container", 7)]
    [InlineData(Front + "# a\n::: notes uk\nsecret\n# b\n", "deck.problem.container_not_closed", 6)]
    [InlineData(Front + "# a\n:::\n", "deck.problem.nothing_to_close", 6)]
    [InlineData(Front + "# a\n```\ncode\n", "deck.problem.code_not_closed", 6)]
    [InlineData(Front + "# a\n::: fr\ntexte\n:::\n", "deck.problem.source_missing", 5)]
    [InlineData("---\ntitle: A\nlanguages: uk\n---\n# a\n::: fr\nx\n:::\n", "deck.problem.language_not_listed", 6)]
    public void A_mistake_is_named_with_its_line(string text, string code, int line)
    {
        var problems = DeckText.Read(text).Problems;

        Assert.Contains(problems, p => p.Code == code && p.Line == line);
    }

    [Fact]
    public void A_deck_is_bounded_in_bytes_slides_and_length_of_a_slide()
    {
        var many = Front + string.Concat(Enumerable.Range(0, 201).Select(i => $"# s{i}\n"));

        Assert.Equal(DeckProblem.TooLong, FirstProblem(Front + "# a\n" + new string('і', 500_001)));
        Assert.Equal(DeckProblem.TooManySlides, FirstProblem(many));
        Assert.Equal(DeckProblem.SlideTooLong, FirstProblem(Front + "# a\n" + new string('x', 20_001)));
    }

    private static Deck Read(string text)
    {
        var reading = DeckText.Read(text);
        Assert.Empty(reading.Problems);
        return reading.Deck!;
    }

    private static string FirstProblem(string text) => DeckText.Read(text).Problems[0].Code;
}
