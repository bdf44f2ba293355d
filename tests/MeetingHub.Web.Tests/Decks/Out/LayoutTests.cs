using MeetingHub.Web.Decks.Out.Paper;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Out;

/// <summary>Lines and pages with a ruler that gives every letter one point.</summary>
public class LayoutTests
{
    private static readonly Ruler Ruler = (text, _, _) => text.Length;

    [Fact]
    public void Lines_break_at_spaces_and_lose_nothing()
    {
        Assert.Equal(["один два", "три", "чотири"], LinesOf(9, new Run("один два три чотири")));
    }

    [Fact]
    public void A_word_in_two_faces_is_not_torn_and_the_space_stays_with_the_word_before_it()
    {
        var lines = Lines.Of([new("до "), new("ко", Face.Bold), new("го слово")], 8, 10, Ruler);
        Assert.Equal(["до ", "ко", "го"], lines[0].Select(p => p.Text));
        Assert.Equal(["слово"], lines[1].Select(p => p.Text));
    }

    [Fact]
    public void A_word_wider_than_the_column_is_broken_between_letters()
    {
        Assert.Equal(["https://i", "zium.exam", "ple"], LinesOf(9, new Run("https://izium.example")));
        Assert.Equal(
            ["e\u0301", "e\u0301"],
            Lines.Of([new("e\u0301e\u0301")], 1, 10, (t, _, _) => t.Length / 2f).Select(l => l[0].Text)
        );
    }

    [Fact]
    public void What_keeps_with_the_next_goes_with_it_to_the_next_page()
    {
        var pages = new Pages();
        pages.NewPage();
        pages.Add([new Strip(Sheet.Depth - 30, [Word("text")])]);
        pages.Add([new Strip(20, [Word("heading")], KeepsWithNext: true), new Strip(20, [Word("line")])]);
        Assert.Equal(
            [
                ["text"],
                ["heading", "line"],
            ],
            WordsOf(pages)
        );
    }

    [Fact]
    public void Columns_begin_on_one_height_and_the_next_begins_below_the_longest()
    {
        var pages = new Pages();
        pages.NewPage();
        List<Strip> tall = [.. Enumerable.Range(0, 50).Select(i => new Strip(20, [Word($"l{i}")]))];
        pages.Add([(0f, tall), (100f, [new Strip(20, [Word("right")])])]);
        pages.Add([new Strip(20, [Word("after")])]);
        Assert.Contains("right", WordsOf(pages)[0]);
        Assert.Equal("after", WordsOf(pages)[1][^1]);
        Assert.Equal(52, WordsOf(pages).Sum(p => p.Count));
    }

    [Fact]
    public void A_gap_opens_no_page()
    {
        var pages = new Pages();
        pages.NewPage();
        pages.Add([new Strip(Sheet.Depth - 5, [Word("text")]), Strip.Gap(20)]);
        Assert.Single(pages.All);
    }

    private static IEnumerable<string> LinesOf(float width, params Run[] runs) =>
        Lines.Of(runs, width, 10, Ruler).Select(line => string.Concat(line.Select(p => p.Text)));

    private static WordsMark Word(string text) => new(0, 0, text, Face.Regular, 10, Tone.Ink, 10, null);

    private static List<List<string>> WordsOf(Pages pages) =>
        [.. pages.All.Select(p => p.Marks.OfType<WordsMark>().Select(w => w.Text).ToList())];
}
