using MeetingHub.Web.Shared.Languages;
using Xunit;

namespace MeetingHub.Web.Tests.Shared;

public class SizesTests
{
    [Theory]
    [InlineData(1, "uk", "1\u00a0КБ")]
    [InlineData(182 * 1024, "fr", "182\u00a0Ko")]
    [InlineData(25L * 1024 * 1024, "uk", "25\u00a0МБ")]
    [InlineData(1153434, "fr", "1,1\u00a0Mo")]
    [InlineData(1100L * 1024 * 1024, "uk", "1,1\u00a0ГБ")]
    [InlineData(1100L * 1024 * 1024, "en", "1.1\u00a0GB")]
    public void A_size_is_said_as_a_person_says_it(long bytes, string language, string said) =>
        Assert.Equal(said, Texts.In(language).SizeOf(bytes));
}
