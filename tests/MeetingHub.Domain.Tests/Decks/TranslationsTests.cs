using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks;

public sealed class TranslationsTests
{
    [Fact]
    public void A_new_translation_is_stamped_with_the_source_it_was_made_from()
    {
        var stamped = Translations.Stamp(null, Deck("Школа", "École"));

        Assert.Contains($"::: fr of={SourceHash.Of("Школа")}\n", stamped, StringComparison.Ordinal);
        Assert.Equal(TextState.Present, FrenchIn(stamped));
    }

    [Fact]
    public void A_translation_left_behind_by_its_source_turns_stale()
    {
        var before = Translations.Stamp(null, Deck("Школа", "École"));
        var after = Translations.Stamp(before, before.Replace("Школа", "Лікарня", StringComparison.Ordinal));

        Assert.Contains($"of={SourceHash.Of("Школа")}", after, StringComparison.Ordinal);
        Assert.Equal(TextState.Stale, FrenchIn(after));
    }

    [Fact]
    public void A_translation_left_behind_turns_stale_also_when_the_author_took_the_stamps_out()
    {
        var after = Translations.Stamp(Deck("Школа", "École"), Deck("Лікарня", "École"));

        Assert.Equal(TextState.Stale, FrenchIn(after));
    }

    [Fact]
    public void A_stale_translation_stays_stale_however_often_the_deck_is_saved()
    {
        var stale = Translations.Stamp(Deck("Школа", "École"), Deck("Лікарня", "École"));
        var saved = Translations.Stamp(stale, Deck("Лікарня", "École"));

        Assert.Equal(stale, saved);
    }

    [Fact]
    public void A_translation_brought_up_to_date_is_no_longer_stale()
    {
        var stale = Translations.Stamp(Deck("Школа", "École"), Deck("Лікарня", "École"));
        var mended = Translations.Stamp(stale, stale.Replace("École", "Hôpital", StringComparison.Ordinal));

        Assert.Equal(TextState.Present, FrenchIn(mended));
    }

    [Fact]
    public void A_source_that_comes_back_to_its_old_wording_makes_the_translation_good_again()
    {
        var stale = Translations.Stamp(Deck("Школа", "École"), Deck("Лікарня", "École"));
        var back = Translations.Stamp(stale, stale.Replace("Лікарня", "Школа", StringComparison.Ordinal));

        Assert.Equal(TextState.Present, FrenchIn(back));
    }

    [Fact]
    public void An_author_who_checked_an_old_translation_writes_the_current_hash()
    {
        var stale = Translations.Stamp(Deck("Школа", "École"), Deck("Школа.", "École"));
        var confirmed = Deck("Школа.", "École", SourceHash.Of("Школа."));

        Assert.Equal(TextState.Present, FrenchIn(Translations.Stamp(stale, confirmed)));
    }

    [Fact]
    public void A_deck_that_arrives_with_stamps_keeps_them()
    {
        var stamped = Translations.Stamp(null, Deck("Школа", "École", "00000000"));

        Assert.Equal(TextState.Stale, FrenchIn(stamped));
    }

    [Fact]
    public void Blank_space_at_line_ends_is_no_change()
    {
        var after = Translations.Stamp(Deck("Школа", "École"), Deck("Школа  \n", "École"));

        Assert.Equal(TextState.Present, FrenchIn(after));
    }

    [Fact]
    public void A_language_without_text_is_missing_and_a_shared_slide_is_not()
    {
        var deck = DeckText.Read("---\ntitle: A\nlanguages: uk, fr\n---\n# a\n::: uk\nx\n:::\n# b\nshared\n").Deck!;

        Assert.Equal(TextState.Missing, deck.StateOf(deck.Slides[0], "fr"));
        Assert.Equal(TextState.Present, deck.StateOf(deck.Slides[1], "fr"));
    }

    [Fact]
    public void A_text_that_is_no_deck_is_given_back_as_it_is() =>
        Assert.Equal("not a deck", Translations.Stamp(null, "not a deck"));

    private static string Deck(string source, string translation, string? of = null) =>
        $"---\ntitle: A\nlanguages: uk, fr\n---\n# a\n::: uk\n{source}\n:::\n"
        + $"::: fr{(of is null ? "" : $" of={of}")}\n{translation}\n:::\n";

    private static TextState FrenchIn(string text)
    {
        var deck = DeckText.Read(text).Deck!;
        return deck.StateOf(deck.Slides[0], "fr");
    }
}
