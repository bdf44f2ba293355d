using MeetingHub.Web.Decks.Differences;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Editing;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Дах школи зруйновано.", "Дах школи відновлено.", "Дах школи -зруйновано-+відновлено+.")]
    [InlineData("", "Нове", "+Нове+")]
    [InlineData("Старе", "", "-Старе-")]
    [InlineData("Те саме", "Те саме", "Те саме")]
    [InlineData("об’єкт", "об’єкти", "-об’єкт-+об’єкти+")]
    [InlineData("44 % об’єктів", "45 % об’єктів", "-44-+45+ % об’єктів")]
    public void What_changed_is_told_word_by_word(string then, string now, string told) =>
        Assert.Equal(told, Told(then, now));

    [Fact]
    public void Nothing_is_lost_on_either_side()
    {
        const string then = "Один два три\n\n+ чотири, п’ять";
        const string now = "Два три!\n+ шість, чотири";
        var runs = WordDiff.Between(then, now);

        Assert.Equal(then, string.Concat(runs.Where(r => r.Change != Change.Added).Select(r => r.Text)));
        Assert.Equal(now, string.Concat(runs.Where(r => r.Change != Change.Removed).Select(r => r.Text)));
    }

    private static string Told(string then, string now) =>
        string.Concat(
            WordDiff
                .Between(then, now)
                .Select(r =>
                    r.Change switch
                    {
                        Change.Removed => $"-{r.Text}-",
                        Change.Added => $"+{r.Text}+",
                        _ => r.Text,
                    }
                )
        );
}
