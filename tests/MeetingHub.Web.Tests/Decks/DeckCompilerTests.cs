using System.Text.Json;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class DeckCompilerTests
{
    [Fact]
    public void Each_reader_sees_the_shared_parts_and_their_own_words_in_order()
    {
        const string slide = """
            one

            ::: uk
            ## Школа
            :::

            ::: fr
            ## École
            :::

            ::: en
            ## School
            :::

            two
            """;

        Assert.Equal("<p>one</p><h2>Школа</h2><p>two</p>", Given.Html(slide));
        Assert.Equal("<p>one</p><h2>École</h2><p>two</p>", Given.Html(slide, "fr"));
    }

    [Theory]
    [InlineData("uk", "Школа", "Школа зачинена")]
    [InlineData("fr", "École", "L’école est fermée")]
    [InlineData("en", "School", "The school is closed")]
    public void A_shared_text_with_one_alternative_per_language_shows_the_reader_s(
        string language,
        string cell,
        string alt
    )
    {
        const string slide = """
            ![Школа зачинена / L’école est fermée / The school is closed](school.jpg)

            | **Школа** / **École** / **School** | km / h |
            |---|--:|
            | x | 1 / 2 |
            """;

        var html = Given.Html(slide, language);

        Assert.Contains($"""<img src="/files/abc.webp" alt="{alt}">""", html, StringComparison.Ordinal);
        Assert.Contains($"<strong>{cell}</strong>", html, StringComparison.Ordinal);
        Assert.Contains("km / h", html, StringComparison.Ordinal);
        Assert.Contains("""<td class="num">1 / 2</td>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_a_source_chooses_its_own_language()
    {
        var html = Given.Html("::: source\nа / б / в\nг / ґ / д\n:::\n", "fr");

        Assert.Equal("""<div class="source"><p>б<br>""" + "\nґ</p></div>", html);
    }

    [Fact]
    public void Alternatives_are_not_looked_for_in_the_words_of_one_language() =>
        Assert.Contains("а / б / в", Given.Html("::: uk\nа / б / в\n:::\n"), StringComparison.Ordinal);

    [Fact]
    public void A_missing_translation_shows_the_source_and_says_in_which_language()
    {
        var slide = Given.Compiled("# a\n::: uk\n## Школа\n:::\n::: en\nSchool\n:::\n").Slides[0];

        Assert.Equal("""<div lang="uk"><h2>Школа</h2></div>""", slide.In["fr"].Html);
        Assert.Equal(TextState.Missing, slide.In["fr"].State);
        Assert.Equal("Школа", slide.In["fr"].Title);
        Assert.Equal(TextState.Present, slide.In["uk"].State);
    }

    [Fact]
    public void A_stale_translation_is_shown_and_marked()
    {
        var deck = Given.Compiled("# a\n::: uk\nнове\n:::\n::: fr of=00000000\nvieux\n:::\n::: en\nnew\n:::\n");

        Assert.Contains("vieux", deck.Slides[0].In["fr"].Html, StringComparison.Ordinal);
        Assert.Contains(
            """
            "marks":{"fr":"stale"}
            """,
            deck.PublicJson(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fragments_are_numbered_over_the_slide_and_the_longest_language_counts()
    {
        var slide = Given
            .Compiled("# a\n+ one\n\n::: uk\n+ два\n+ три\n\n- разом\n:::\n::: fr\n+ deux\n:::\n::: en\nx\n:::\n")
            .Slides[0];

        Assert.Equal(3, slide.Steps);
        Assert.Contains("""<li data-step="3">три</li>""", slide.In["uk"].Html, StringComparison.Ordinal);
        Assert.Contains("<li>разом</li>", slide.In["uk"].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-step=\"2\"", slide.In["en"].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_inside_a_slide_start_below_the_page_s_own() =>
        Assert.Equal("<h2>Big</h2><h3>Small</h3>", Given.Html("Big\n===\n\n### Small"));

    [Fact]
    public void Notes_are_kept_for_the_speaker_with_their_words_counted()
    {
        var notes = Given.Compiled("# a\nx\n::: notes uk\nСкажіть **повільно** – 50 слів.\n\n+ і пауза\n:::\n").Slides[
            0
        ];

        Assert.Equal(6, notes.Notes["uk"].Words);
        Assert.Contains("<strong>повільно</strong>", notes.Notes["uk"].Html, StringComparison.Ordinal);
        Assert.False(notes.Notes.ContainsKey("fr"));
        Assert.Equal(0, notes.Steps);
    }

    [Theory]
    [InlineData("::: notes uk\nSECRET\n:::\n")]
    [InlineData("::: notes fr\nSECRET\n:::\n")]
    [InlineData(":::notes uk\nSECRET\n:::\n")]
    [InlineData(" ::: notes uk\nSECRET\n :::\n")]
    [InlineData("::: uk\n  ::: notes uk\n  SECRET\n  :::\n:::\n")]
    [InlineData("- ::: notes uk\n  SECRET\n  :::\n")]
    [InlineData("> ::: notes uk\n> SECRET\n> :::\n")]
    [InlineData("- ```\n  x\n  ```\n\n::: notes uk\nSECRET\n:::\n")]
    [InlineData("text\n::: notes uk\nSECRET\n:::\ntext")]
    public void Notes_never_reach_the_public_file(string slide)
    {
        var compilation = DeckCompiler.Compile(Given.Deck("# a\n" + slide), Given.Pictures);

        Assert.DoesNotContain("SECRET", compilation.Deck?.PublicJson() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_file_is_canonical_and_writes_what_is_the_same_for_all_once()
    {
        const string slides = "# a {.title}\nshared\n# b\n::: uk\n## Б\n:::\n";

        var json = Given.Compiled(slides).PublicJson();

        Assert.Equal(json, Given.Compiled(slides).PublicJson());
        using var parsed = JsonDocument.Parse(json);
        var first = parsed.RootElement.GetProperty("slides")[0];
        Assert.Equal("title", first.GetProperty("layout").GetString());
        Assert.Equal("<p>shared</p>", first.GetProperty("html").GetProperty("*").GetString());
        Assert.Equal("a", first.GetProperty("titles").GetProperty("fr").GetString());
        var marks = parsed.RootElement.GetProperty("slides")[1].GetProperty("marks");
        Assert.Equal("missing", marks.GetProperty("en").GetString());
    }

    [Theory]
    [InlineData("![x](other.jpg)", "deck.problem.picture_missing 6")]
    [InlineData("![x](https://elsewhere.example/x.jpg)", "deck.problem.picture_missing 6")]
    [InlineData("line\n\n[x](page.html)", "deck.problem.link 8")]
    [InlineData("::: bars\nno table\n:::", "deck.problem.bars_table 6")]
    [InlineData("::: bars max=oops\n|a|b|\n|-|-|\n|a|1|\n:::", "deck.problem.bars_option 6")]
    [InlineData("::: bars max=10\n|a|b|\n|-|-|\n|a|11|\n:::", "deck.problem.bars_value 6")]
    [InlineData("::: bars\n|a|b|\n|-|-|\n|a|-1|\n:::", "deck.problem.bars_value 6")]
    public void A_mistake_inside_a_slide_is_named_with_its_line(string slide, string problem) =>
        Assert.Equal([problem], Given.Problems("# a\n" + slide));
}
