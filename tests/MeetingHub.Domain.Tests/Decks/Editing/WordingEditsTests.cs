using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks.Editing;

public sealed class WordingEditsTests
{
    private const string Front = "---\ntitle: Ізюм\nlanguages: uk, fr, en\n---\n\n";
    private const string Deck =
        Front
        + "# a\n\n::: uk\n\n## Школа\n\n:::\n\n![Дах / Toit / Roof](roof.jpg)\n\n::: fr of=3f2a91bc\n## École\n:::\n\n::: notes uk\nПовільно\n:::\n\n"
        + "# b {.section}\n\n::: uk\nДруга\n:::\n";

    [Fact]
    public void One_wording_changes_and_every_other_byte_stays()
    {
        var edited = Write(Deck, "a", "body.uk.0", "## Ліцей");

        Assert.Equal(Deck.Replace("## Школа", "## Ліцей", StringComparison.Ordinal), edited);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Lines_keep_the_ends_that_they_had(string end)
    {
        var text = Deck.ReplaceLineEndings(end) + "\uFEFF";

        Assert.Equal(
            text.Replace("## École", $"## Lycée{end}{end}Deux", StringComparison.Ordinal),
            Write(text, "a", "body.fr.0", "## Lycée\r\n\nDeux")
        );
    }

    [Fact]
    public void An_edited_translation_stays_stale_until_somebody_says_that_it_holds()
    {
        var edited = Write(Deck, "a", "body.fr.0", "## Lycée");

        Assert.Contains("::: fr of=3f2a91bc\n## Lycée\n:::", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_translation_stands_below_its_source_with_the_hash_of_it()
    {
        var edited = Write(Deck, "b", "body.fr.0", "Deuxième");

        Assert.EndsWith(
            $"::: uk\nДруга\n:::\n\n::: fr of={SourceHash.Of("Друга")}\nDeuxième\n:::\n",
            edited,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_second_of_two_translations_may_come_first()
    {
        var two = Front + "# a\n::: uk\nПерша\n:::\n![](x.jpg)\n::: uk\nДруга\n:::";
        var edited = Write(two, "a", "body.fr.1", "Deuxième");

        var slide = DeckText.Read(edited).Deck!.Slides[0];
        Assert.Equal("Deuxième", PartPlace.Parse("body.fr.1")!.Value.WordingIn(slide));
        Assert.Equal("", PartPlace.Parse("body.fr.0")!.Value.WordingIn(slide));
    }

    [Theory]
    [InlineData("notes.fr.0", "Lentement")]
    [InlineData("notes.uk.0", "Швидко")]
    [InlineData("shared.0", "![Стіна / Mur / Wall](wall.jpg)")]
    [InlineData("body.en.0", "## School\n\n::: bars max=100\n| a | b |\n|---|---|\n| c | 1 |\n:::")]
    public void Notes_and_shared_texts_are_written_alike(string place, string wording)
    {
        var edited = Write(Deck, "a", place, wording);

        Assert.Equal(wording, PartPlace.Parse(place)!.Value.WordingIn(DeckText.Read(edited).Deck!.Slides[0]));
    }

    [Theory]
    [InlineData("body.fr.0", "a\n:::\n\n::: fr\nb")]
    [InlineData("body.fr.0", "a\n:::")]
    [InlineData("body.fr.0", "# b2")]
    [InlineData("shared.0", "::: notes uk\nсекрет\n:::")]
    [InlineData("notes.uk.0", "x\n:::\nНа екран!\n::: notes uk")]
    [InlineData("body.fr.0", "```\nnever closed")]
    public void A_wording_that_would_be_more_than_itself_is_refused(string place, string wording) =>
        Assert.Equal(
            EditRefusal.BreaksStructure,
            WordingEdits.Write(Deck, "a", PartPlace.Parse(place)!.Value, wording).Refusal
        );

    [Fact]
    public void A_source_with_translations_is_not_emptied() =>
        Assert.Equal(
            EditRefusal.SourceEmpty,
            WordingEdits.Write(Deck, "a", PartPlace.Parse("body.uk.0")!.Value, " ").Refusal
        );

    [Fact]
    public void An_emptied_shared_text_is_gone()
    {
        var edited = Write(Deck, "a", "shared.0", "");

        Assert.DoesNotContain("roof.jpg", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_machine_wrote_says_so_until_somebody_confirms_it()
    {
        var edit = WordingEdits.Write(Deck, "a", PartPlace.Parse("body.fr.0")!.Value, "## Lycée", isMachine: true);
        Assert.Contains($"::: fr of={SourceHash.Of("## Школа")} machine\n", edit.Text, StringComparison.Ordinal);

        var mended = Write(edit.Text!, "a", "body.fr.0", "## Collège");
        Assert.Contains(" machine\n## Collège", mended, StringComparison.Ordinal);

        var confirmed = Stamps.Confirm(mended, "a", "fr").Text!;
        Assert.Contains(
            $"::: fr of={SourceHash.Of("## Школа")} ok={SourceHash.Of("## Collège")}\n",
            confirmed,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"::: fr of={SourceHash.Of("## Школа")}\n",
            Stamps.TakeBack(confirmed, "a", "fr").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_translation_that_still_holds_keeps_its_review()
    {
        var reviewed = Stamps.Confirm(Deck, "a", "fr").Text!;
        var left = Write(reviewed, "a", "body.uk.0", "## Ліцей");
        Assert.Equal(Standing.Stale, French(left));

        Assert.Equal(Standing.Reviewed, French(Stamps.StillHolds(left, "a", "fr").Text!));
    }

    private static Standing? French(string text)
    {
        var deck = DeckText.Read(text).Deck!;
        return deck.StandingOf(deck.Slides[0], "fr");
    }

    private static string Write(string text, string slide, string place, string wording)
    {
        var edit = WordingEdits.Write(text, slide, PartPlace.Parse(place)!.Value, wording);
        Assert.Null(edit.Refusal);
        return edit.Text!;
    }
}
