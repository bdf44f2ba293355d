using CsCheck;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class WordingTests
{
    private static readonly string[] Pieces = ["a", "b", ":", "\n", "1", "2", "text.fr", "side", "é", "😀"];

    // Few letters, and those of the hash's own punctuation, so that two texts often look alike when written in one line.
    private static readonly Gen<string> Tricky = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 5]
        .Select(picked => string.Concat(picked.Select(i => Pieces[i])));

    private static readonly Gen<LocalText> Texts = Gen.Select(Tricky, Tricky, Tricky)
        .Select((uk, fr, en) => LocalText.Of(("uk", uk), ("fr", fr), ("en", en)));

    private static readonly Gen<Wording> Wordings = Gen.Select(
            Texts,
            Gen.Enum<Side>(),
            Texts,
            Gen.OneOf(
                Gen.Const((LocalDate?)null),
                Gen.Int[1, 3].Select(day => (LocalDate?)new LocalDate(2027, 3, day))
            ),
            Gen.Bool
        )
        .Select((text, side, owner, due, money) => new Wording(text, side, owner, due, money));

    [Fact]
    public void Two_wordings_have_one_hash_only_if_they_say_the_same() =>
        Gen.Select(Wordings, Wordings)
            .Sample((one, other) => (one == other) == (one.Hash() == other.Hash()), iter: 20_000);

    [Fact]
    public void Any_change_to_a_wording_changes_its_hash() =>
        Gen.Select(Wordings, Tricky)
            .Sample(
                (w, more) => Changes(w, more).Where(changed => changed != w).All(changed => changed.Hash() != w.Hash()),
                iter: 5_000
            );

    [Fact]
    public void A_word_moved_from_text_to_owner_changes_the_hash()
    {
        var text = new Wording(LocalText.Of(("fr", "ab")), Side.Host, LocalText.Of(("fr", "c")), null, false);
        var owner = text with { Text = LocalText.Of(("fr", "a")), Owner = LocalText.Of(("fr", "bc")) };
        Assert.NotEqual(text.Hash(), owner.Hash());
    }

    [Fact]
    public void A_text_that_imitates_the_next_field_does_not_pass_for_it()
    {
        var two = Generator with { Text = LocalText.Of(("fr", "a"), ("uk", "b")) };
        var one = Generator with { Text = LocalText.Of(("fr", "a\ntext.uk:1:b")) };
        Assert.NotEqual(two.Hash(), one.Hash());
    }

    [Fact]
    public void The_hash_is_the_same_on_every_machine_and_day() =>
        Assert.Equal("ccc0f624373164a4b22e9835fe6c57c2", Generator.Hash());

    [Fact]
    public void The_hash_is_too_long_to_search_for_its_double() => Assert.True(Generator.Hash().Length * 4 >= 128);

    [Fact]
    public void A_wording_is_complete_when_text_and_owner_stand_in_both_languages()
    {
        Assert.True(Generator.IsComplete("uk", "fr"));
        Assert.False(OnlyInUkrainian.IsComplete("uk", "fr"));
        Assert.False((Generator with { Owner = LocalText.Of(("fr", "Maire")) }).IsComplete("uk", "fr"));
        Assert.False(Generator.IsComplete("uk", "en"));
    }

    [Fact]
    public void A_wording_without_words_is_refused() =>
        Assert.Equal(Refusal.TextEmpty, (Generator with { Text = LocalText.Empty }).Fault());

    [Fact]
    public void Text_and_owner_have_their_greatest_length()
    {
        Assert.Null((Generator with { Text = LocalText.Of(("fr", new string('a', 2000))) }).Fault());
        Assert.Equal(
            Refusal.TextTooLong,
            (Generator with { Text = LocalText.Of(("fr", new string('a', 2001))) }).Fault()
        );
        Assert.Equal(
            Refusal.TextTooLong,
            (Generator with { Owner = LocalText.Of(("fr", new string('a', 201))) }).Fault()
        );
    }

    private static Wording[] Changes(Wording w, string more) =>
        [
            w with
            {
                Text = LocalText.Of(w.Text.Texts.Append(KeyValuePair.Create("fr", more))),
            },
            w with
            {
                Owner = LocalText.Of(w.Owner.Texts.Append(KeyValuePair.Create("uk", more))),
            },
            w with
            {
                Text = w.Owner,
                Owner = w.Text,
            },
            w with
            {
                OwnerSide = w.OwnerSide.Other(),
            },
            w with
            {
                Due = w.Due?.PlusDays(1) ?? new LocalDate(2027, 5, 1),
            },
            w with
            {
                Due = null,
            },
            w with
            {
                NeedsDeliberation = !w.NeedsDeliberation,
            },
        ];
}
