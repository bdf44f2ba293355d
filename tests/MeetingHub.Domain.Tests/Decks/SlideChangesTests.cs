using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Domain.Tests.Decks;

public class SlideChangesTests
{
    private static readonly SlidePrint[] Then = [new("a", "1"), new("b", "2"), new("c", "3")];

    [Fact]
    public void Changed_and_new_slides_are_named_by_the_numbers_they_have_now()
    {
        var changes = SlideChanges.Between(Then, [new("new", "9"), new("a", "1"), new("b", "other"), new("c", "3")]);
        Assert.Equal([1, 3], changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public void A_slide_that_only_moved_has_not_changed()
    {
        Assert.True(SlideChanges.Between(Then, [Then[2], Then[0], Then[1]]).IsNone);
    }

    [Fact]
    public void A_slide_that_is_gone_is_named() =>
        Assert.Equal(["b"], SlideChanges.Between(Then, [Then[0], Then[2]]).Removed);
}
