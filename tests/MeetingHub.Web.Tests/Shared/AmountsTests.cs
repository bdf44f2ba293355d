using MeetingHub.Web.Shared.Languages;
using Xunit;

namespace MeetingHub.Web.Tests.Shared;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("uk", 53_200_000, "53 200 000 UAH")]
    [InlineData("uk", 1250.5, "1 250,50 UAH")]
    [InlineData("en", 1250.5, "1,250.50 UAH")]
    public void Money_keeps_its_cents_and_has_none_where_there_are_none(string language, double value, string told) =>
        Assert.Equal(told, Plain(Texts.In(language).Money((decimal)value, "UAH")));

    [Theory]
    [InlineData("fr", "Фонд / Fondation / Foundation", "Fondation")]
    [InlineData("fr", "Міст / Pont", "Міст / Pont")]
    [InlineData("uk", "Фонд", "Фонд")]
    public void A_name_in_three_languages_is_told_in_the_readers(string language, string kept, string told) =>
        Assert.Equal(told, Texts.In(language).Said(kept));

    // The separators of thousands are spaces that do not break, of two kinds.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
