using System.Text.Json;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Tests.Languages;

public class LocalTextTests
{
    [Fact]
    public void A_reader_gets_their_own_language_when_it_is_there() =>
        Assert.Equal("Accueil", LocalText.Of(("uk", "Вітання"), ("fr", "Accueil")).In("fr"));

    [Fact]
    public void A_reader_without_their_language_gets_English() =>
        Assert.Equal("Welcome", LocalText.Of(("uk", "Вітання"), ("en", "Welcome")).In("fr"));

    [Fact]
    public void A_reader_without_English_either_gets_what_there_is() =>
        Assert.Equal("Вітання", LocalText.Of(("uk", "Вітання")).In("fr"));

    [Fact]
    public void An_empty_text_reads_as_nothing() => Assert.Equal("", LocalText.Empty.In("uk"));

    [Fact]
    public void A_text_asked_for_exactly_never_comes_in_another_language() =>
        Assert.Null(LocalText.Of(("en", "Welcome")).Exactly("fr"));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void A_blank_text_does_not_count_as_present(string blank) =>
        Assert.True(LocalText.Of(("fr", blank)).IsEmpty);

    [Theory]
    [InlineData("ru")]
    [InlineData("FR")]
    [InlineData("")]
    public void A_language_that_is_not_spoken_here_is_left_out(string code) =>
        Assert.True(LocalText.Of((code, "words")).IsEmpty);

    [Fact]
    public void Two_texts_that_say_the_same_are_equal_whatever_their_order()
    {
        var one = LocalText.Of(("uk", "Так"), ("fr", "Oui"));
        var other = LocalText.Of(("fr", " Oui "), ("uk", "Так"));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, LocalText.Of(("uk", "Так")));
    }

    [Fact]
    public void A_text_survives_being_written_and_read()
    {
        var text = LocalText.Of(("uk", "Ізюм"), ("fr", "Izioum « ville »"));
        Assert.Equal(text, JsonSerializer.Deserialize<LocalText>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void A_list_survives_being_written_and_read()
    {
        EquatableList<string> list = ["a", "b"];
        Assert.Equal(list, JsonSerializer.Deserialize<EquatableList<string>>(JsonSerializer.Serialize(list)));
        Assert.NotEqual(list, ["b", "a"]);
    }
}
