using System.Xml.Linq;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class BarChartTests
{
    private const string Chart = """
        ::: bars max=100 unit=%
        | Об’єкти / Sites / Sites | Частка / Part / Share | n |
        |---|--:|--:|
        | Заклади освіти / Enseignement / Educational | 44,5 | 11 |
        | Дуже довга назва, яку неможливо вмістити в один рядок і навіть у два рядки, бо вона все ще триває, триває й триває | 3 | 1 |
        :::
        """;

    [Fact]
    public void A_chart_has_a_name_a_description_and_no_inline_style()
    {
        var svg = Svg("fr");

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Sites – Part · n", Child(svg, "title"));
        Assert.StartsWith("Enseignement: 44,5\u00A0% · 11;", Child(svg, "desc"), StringComparison.Ordinal);
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "id");
    }

    [Theory]
    [InlineData("uk", "44,5\u00A0% · 11")]
    [InlineData("en", "44.5% · 11")]
    public void A_value_is_written_as_its_reader_writes_numbers(string language, string value) =>
        Assert.Contains(value, Svg(language).Elements().Select(e => e.Value));

    [Fact]
    public void A_bar_is_as_long_as_its_share_of_the_maximum()
    {
        var bar = Svg("uk").Elements().First(e => e.Attribute("class")?.Value == "ink-main");

        Assert.Equal("142.4", bar.Attribute("width")!.Value);
    }

    [Fact]
    public void A_caption_tells_everyone_what_the_figures_are() =>
        Assert.Contains("<figcaption>Sites – Part · n</figcaption>", Given.Html(Chart, "fr"), StringComparison.Ordinal);

    [Fact]
    public void A_long_label_wraps_then_shortens_and_the_table_has_it_in_full()
    {
        var html = Given.Html(Chart);
        var labels = Svg("uk")
            .Elements()
            .Where(e => e.Attribute("class")?.Value == "ink-words" && e.Attribute("font-weight") is null)
            .ToList();

        Assert.Equal(3, labels.Count);
        Assert.EndsWith("…", labels[2].Value, StringComparison.Ordinal);
        Assert.Contains("""<div class="visually-hidden"><table>""", html, StringComparison.Ordinal);
        Assert.Contains("триває, триває й триває</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_label_is_text()
    {
        var html = Given.Html("::: bars\n|a|b|\n|-|-|\n|</text><script>x</script>&lt;svg&gt;&#x202e;|1|\n:::");

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("&lt;/text&gt;&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_stays_small() => Assert.InRange(Given.Html(Chart).Length, 500, 2_500);

    private static XElement Svg(string language) =>
        XElement.Parse(Given.Html(Chart, language)).Descendants().First(e => e.Name.LocalName == "svg");

    private static string Child(XElement svg, string name) => svg.Elements().First(e => e.Name.LocalName == name).Value;
}
