using System.Text.RegularExpressions;
using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared.Languages;
using Xunit;

namespace MeetingHub.Web.Tests.Shared;

public partial class TextsTests
{
    [Theory]
    [InlineData(Language.Ukrainian)]
    [InlineData(Language.French)]
    public void Every_text_is_translated_with_the_same_places(string language)
    {
        var english = Texts.In(Language.English);
        var other = Texts.In(language);

        Assert.All(Texts.Keys, key => Assert.Equal(Places(english[key]), Places(other[key])));
        Assert.All(
            Texts.Keys.Where(k => english[k].Length > 25),
            key => Assert.True(english[key] != other[key], $"{key} still speaks English in {language}")
        );
    }

    [Fact]
    public void Every_text_that_code_asks_for_is_there()
    {
        var asked = SourceFiles()
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .ToHashSet();

        Assert.True(asked.Count > 200);
        Assert.Empty(asked.Except(Texts.Keys));
    }

    [Fact]
    public void French_keeps_its_high_punctuation_on_the_line_of_its_word()
    {
        var french = Texts.In(Language.French);

        Assert.All(
            Texts.Keys,
            key => Assert.False(Torn().IsMatch(french[key]), $"{key} needs a no-break space: {french[key]}")
        );
    }

    [GeneratedRegex(@"\p{L} [:;!?](\s|$)|« | »", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Torn();

    [Fact]
    public void Every_refusal_says_what_is_wrong()
    {
        Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.Contains($"refusal.{Code.Of(refusal)}", Texts.Keys));
    }

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> SourceFiles()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent!;
        string[] roots =
        [
            Path.Combine(folder.FullName, "src", "MeetingHub.Web"),
            Path.Combine(folder.FullName, "wwwroot", "js"),
        ];
        return roots
            .SelectMany(r => Directory.EnumerateFiles(r, "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".razor" or ".cs" or ".js")
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex("""(?:\b(?:T|texts|t)[\[(]|data-t(?:-label)?=)"([a-z_]+\.[a-z_.]*[a-z])"[\]),">]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\{\d\}""")]
    private static partial Regex Place();
}
