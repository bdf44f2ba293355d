using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Tests.Languages;

public class LanguageTests
{
    [Fact]
    public void Every_language_is_known_and_names_itself()
    {
        foreach (var code in Language.All)
        {
            Assert.True(Language.IsKnown(code));
            Assert.NotEqual(code, Language.NameOf(code));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("UK")]
    [InlineData("uk-UA")]
    [InlineData("de")]
    public void Any_other_code_is_unknown(string? code) => Assert.False(Language.IsKnown(code));
}
