using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks;

public sealed class StandingTests
{
    private const string Front = "---\ntitle: Ізюм\nlanguages: uk, fr\n---\n";
    private static readonly string School = SourceHash.Of("Школа");
    private static readonly string Ecole = SourceHash.Of("École");

    [Theory]
    [InlineData("", Standing.Draft)]
    [InlineData(" of=SOURCE", Standing.Draft)]
    [InlineData(" of=SOURCE ok=OWN", Standing.Reviewed)]
    [InlineData(" ok=OWN of=SOURCE", Standing.Reviewed)]
    [InlineData(" of=SOURCE ok=00000000", Standing.Draft)]
    [InlineData(" of=00000000 ok=OWN", Standing.Stale)]
    [InlineData(" of=SOURCE machine", Standing.Machine)]
    [InlineData(" of=00000000 machine", Standing.Machine)]
    public void A_translation_says_in_the_file_how_far_it_is(string state, Standing expected)
    {
        var deck = Read(Text("", state));

        Assert.Equal(expected, deck.StandingOf(deck.Slides[0], "fr"));
    }

    [Fact]
    public void The_source_is_reviewed_like_its_translations()
    {
        var draft = Read(Text("", ""));
        var reviewed = Read(Text($" ok={School}", ""));

        Assert.Equal(Standing.Draft, draft.StandingOf(draft.Slides[0], "uk"));
        Assert.Equal(Standing.Reviewed, reviewed.StandingOf(reviewed.Slides[0], "uk"));
    }

    [Fact]
    public void The_room_is_told_of_a_machine_and_of_old_text_and_not_of_drafts()
    {
        TextState StateOf(string state)
        {
            var deck = Read(Text("", state));
            return deck.StateOf(deck.Slides[0], "fr");
        }

        Assert.Equal(TextState.Machine, StateOf($" of={School} machine"));
        Assert.Equal(TextState.Stale, StateOf($" of=00000000 ok={Ecole}"));
        Assert.Equal(TextState.Present, StateOf($" of={School}"));
        Assert.Equal(TextState.Present, StateOf($" of={School} ok={Ecole}"));
    }

    [Fact]
    public void A_slide_without_words_of_its_own_asks_for_no_work()
    {
        var deck = Read(Front + "# a\n\n![](school.jpg)\n");

        Assert.Null(deck.StandingOf(deck.Slides[0], "fr"));
    }

    [Theory]
    [InlineData(" of=3f2a91bc of=3f2a91bc")]
    [InlineData(" machine machine")]
    [InlineData(" ok=XYZ")]
    [InlineData(" reviewed")]
    public void What_a_container_does_not_say_so_is_refused(string state) =>
        Assert.Contains(DeckText.Read(Text("", state)).Problems, p => p.Code == DeckProblem.UnknownContainer);

    [Fact]
    public void Notes_take_no_such_words_and_never_become_something_else() =>
        Assert.NotEmpty(DeckText.Read(Front + "# a\n::: notes uk machine\nТаємно\n:::\n").Problems);

    [Fact]
    public void Saving_keeps_reviews_and_the_mark_of_a_machine()
    {
        var text = Text($" ok={School}", $" of={School} ok={Ecole} machine");

        Assert.Equal(text, Translations.Stamp(text, text));
    }

    [Fact]
    public void A_review_is_lost_with_its_wording_and_returns_with_it()
    {
        var reviewed = Text("", $" of={School} ok={Ecole}");
        var changed = Translations.Stamp(reviewed, reviewed.Replace("École", "Écoles", StringComparison.Ordinal));
        var back = Translations.Stamp(changed, changed.Replace("Écoles", "École", StringComparison.Ordinal));

        Assert.Equal(Standing.Draft, French(changed));
        Assert.Equal(Standing.Reviewed, French(back));
    }

    private static string Text(string source, string state) =>
        $"{Front}# a\n\n::: uk{source}\nШкола\n:::\n\n::: fr{state}\nÉcole\n:::\n"
            .Replace("SOURCE", School, StringComparison.Ordinal)
            .Replace("OWN", Ecole, StringComparison.Ordinal);

    private static Standing? French(string text) => Read(text).StandingOf(Read(text).Slides[0], "fr");

    private static Deck Read(string text) => DeckText.Read(text).Deck!;
}
