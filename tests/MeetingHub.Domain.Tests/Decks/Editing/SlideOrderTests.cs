using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks.Editing;

public sealed class SlideOrderTests
{
    private const string Deck =
        "---\ntitle: Ізюм\nlanguages: uk, fr\n---\n\n# a {.title}\n\n::: uk\nПерша\n:::\n\n# b\n::: uk\nДруга\n:::\n\n# c\n\n::: uk\nТретя\n:::";

    [Fact]
    public void A_moved_slide_moved_back_leaves_the_deck_as_it_was()
    {
        var moved = SlideOrder.Move(Deck, "a", 1).Text!;

        Assert.Equal(["b", "a", "c"], Ids(moved));
        Assert.Equal(Deck, SlideOrder.Move(moved, "a", 0).Text);
    }

    [Theory]
    [InlineData("a", 0)]
    [InlineData("b", 1)]
    [InlineData("c", 2)]
    public void A_removed_slide_can_be_put_back_where_it_was(string id, int at)
    {
        var slide = SlideOrder.TextOf(Deck, id)!;
        var without = SlideOrder.Remove(Deck, id).Text!;

        Assert.DoesNotContain(id, Ids(without));
        Assert.Equal(["a", "b", "c"], Ids(SlideOrder.PutBack(without, slide, at).Text!));
    }

    [Fact]
    public void A_duplicate_says_the_same_under_another_name()
    {
        var text = SlideOrder.Duplicate(Deck, "a", out var copy).Text!;

        Assert.Equal("a-2", copy);
        Assert.Equal(["a", "a-2", "b", "c"], Ids(text));
        Assert.Equal(SlideLayout.Title, DeckText.Read(text).Deck!.Slides[1].Layout);
    }

    [Fact]
    public void A_new_slide_stands_behind_the_one_before_it()
    {
        Assert.Equal(["a", "new", "b", "c"], Ids(SlideOrder.Add(Deck, "a", "new").Text!));
        Assert.Equal(["a", "b", "c", "new"], Ids(SlideOrder.Add(Deck, null, "new").Text!));
    }

    [Fact]
    public void Names_are_unique_and_simple_and_the_last_slide_stays()
    {
        Assert.Equal(EditRefusal.NameTaken, SlideOrder.Add(Deck, "a", "b").Refusal);
        Assert.Equal(EditRefusal.NameWrong, SlideOrder.Add(Deck, "a", "Школа").Refusal);
        var one = SlideOrder.Remove(SlideOrder.Remove(Deck, "a").Text!, "b").Text!;
        Assert.Equal(EditRefusal.LastSlide, SlideOrder.Remove(one, "c").Refusal);
    }

    [Fact]
    public void What_is_put_back_is_one_slide_and_no_more() =>
        Assert.Equal(
            EditRefusal.BreaksStructure,
            SlideOrder.PutBack(Deck, "# x\n::: uk\nX\n:::\n\n# y\n::: uk\nY\n:::\n", 1).Refusal
        );

    [Fact]
    public void A_slide_alone_is_a_deck_of_one_slide()
    {
        var alone = DeckText.Read(SlideOrder.Alone(Deck, "b")!).Deck!;

        Assert.Equal(["b"], alone.Slides.Select(s => s.Id));
        Assert.Equal(["uk", "fr"], alone.Languages);
    }

    private static IEnumerable<string> Ids(string text) => DeckText.Read(text).Deck!.Slides.Select(s => s.Id);
}
