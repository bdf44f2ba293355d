using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class HostileMarkdownTests
{
    private static readonly string[] Tags =
    [
        .. "P BR HR H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE CODE STRONG EM A IMG DIV FIGURE".Split(' '),
        .. "TABLE THEAD TBODY TR TH TD".Split(' '),
    ];

    private static readonly string[] Attributes =
    [
        .. "href src alt class scope start data-step rel target lang".Split(' '),
    ];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)><math><mi//xlink:href=\"javascript:alert(1)\">")]
    [InlineData("<base href=//evil.example><iframe srcdoc=x></iframe><style>*{}</style>")]
    [InlineData("## heading {onclick=alert(1) .x #y}")]
    [InlineData("text {style=\"position:fixed\" onmouseover=alert(1)}")]
    [InlineData("[x](https://ok.example){onclick=alert(1)}")]
    [InlineData("[x](https://ok.example \"t\\\" onmouseover=alert(1) x=\\\"\")")]
    [InlineData("![\" onerror=alert(1) x=\"](school.jpg)")]
    [InlineData("[x](<https://ok.example/\" onclick=\"alert(1)>)")]
    [InlineData("<https://ok.example/\"onclick=alert(1)>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;")]
    [InlineData("```\"><script>alert(1)</script>\ncode\n```")]
    [InlineData("``` x\" onclick=alert(1)\n</code><script>alert(1)</script>\n```")]
    [InlineData("| <script> | a |\n|---|---|\n| <img src=x onerror=1> | {onclick=1} |")]
    [InlineData("[a]: https://ok.example 'x\" onclick=\"1'\n\n[a]")]
    [InlineData("<!--><script>alert(1)</script>-->\n\n<![CDATA[<script>1</script>]]>\n\n<?php ?>")]
    public void Nothing_but_the_allowed_elements_and_attributes_comes_out(string markdown)
    {
        var body = new HtmlParser().ParseDocument(Given.Html(markdown)).Body!;
        var found = body.QuerySelectorAll("*");

        Assert.Empty(found.Select(e => e.TagName).Except(Tags));
        Assert.Empty(found.SelectMany(e => e.Attributes).Select(a => a.Name).Except(Attributes));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt&#58;alert(1))")]
    [InlineData("[x](java&#9;script:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/api/leave)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("[![x](school.jpg)](file:///etc/passwd)")]
    public void A_link_leads_to_the_web_or_to_a_mailbox_or_is_refused(string markdown) =>
        Assert.Contains(
            Given.Problems("# a\n" + markdown),
            p => p.StartsWith(DeckProblem.Link, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("[x](https://ok.example/a?b=c&d=e)", "https://ok.example/a?b=c&amp;d=e")]
    [InlineData("[x](mailto:mairie@commune.example)", "mailto:mairie@commune.example")]
    [InlineData("<mairie@commune.example>", "mailto:mairie@commune.example")]
    public void A_good_link_tells_its_target_nothing(string markdown, string address)
    {
        var html = Given.Html(markdown);

        Assert.Contains($"href=\"{address}\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer nofollow\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p onclick=1 style='color:red' id=x class='num evil'>a</p>", "<p class=\"num\">a</p>")]
    [InlineData("<img src='https://evil.example/x.png' alt=a>", "<img alt=\"a\">")]
    [InlineData("<img src='javascript:1' srcset='x 1x'>", "<img>")]
    [InlineData("<svg><a xlink:href='javascript:1'>x</a></svg><math></math><base href=x><form></form>", "")]
    [InlineData("<a href=' java\nscript:1'>x</a>", "<a rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<div>x</div><h1>y</h1>", "")]
    public void The_second_wall_stands_without_the_first(string html, string clean) =>
        Assert.Equal(clean, new SlideSanitizer(new PictureShelf(Given.Pictures)).Clean(html));

    [Fact]
    public void Directional_overrides_written_as_entities_are_taken_out_too()
    {
        var deck = Given.Compiled("# a\n## pay &#x202E;001&#x2066; euro&#x0007;&#0;\n").Slides[0].In["uk"];

        Assert.DoesNotContain(deck.Html + deck.Title, c => c is '\u202E' or '\u2066' or '\u0007' or '\0');
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("![")]
    [InlineData("* ")]
    [InlineData("- ")]
    [InlineData("_a")]
    [InlineData("`")]
    [InlineData("|")]
    [InlineData("<")]
    [InlineData("](")]
    [InlineData("&#")]
    [InlineData("|a\n")]
    [InlineData("[a]: b\n")]
    [InlineData("**a *")]
    [InlineData(" / ")]
    public void A_hundred_thousand_hostile_characters_end_soon(string piece)
    {
        var watch = Stopwatch.StartNew();
        var whole = Given.Deck("# a\n" + Repeated(piece, 100_000));
        var spread = Given.Deck(
            string.Concat(Enumerable.Range(0, 6).Select(i => $"# s{i}\n::: uk\n{Repeated(piece, 16_600)}\n:::\n"))
        );

        Assert.NotEmpty(DeckCompiler.Compile(whole, Given.Pictures).Problems);
        DeckCompiler.Compile(spread, Given.Pictures);

        TestContext.Current.TestOutputHelper!.WriteLine($"{piece.Trim()} {watch.ElapsedMilliseconds} ms");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Nesting_that_no_slide_needs_is_a_problem_and_no_exception()
    {
        Assert.Equal(["deck.problem.too_deep 6"], Given.Problems("# a\n" + Repeated("> ", 400)));
        Assert.Equal(["deck.problem.too_deep 6"], Given.Problems("# a\n" + Repeated("- ", 400) + "x"));
    }

    [Fact]
    public void Random_text_gives_a_deck_or_problems()
    {
        string[] pieces =
        [
            "# a\n",
            "# b {.title}\n",
            "::: uk\n",
            ":::\n",
            "::: notes uk\n",
            "::: bars\n",
            "|",
            "\n",
            "-",
        ];
        pieces =
        [
            .. pieces,
            "```\n",
            " / ",
            "[x](y)",
            "*",
            "+ a\n",
            "> ",
            "\u202E",
            "\uD800",
            "&#0;",
            "<b>",
            "\t",
            "---\n",
        ];
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var text = Given.Front + string.Concat(random.GetItems(pieces, random.Next(60)));
            var compilation = DeckCompiler.Compile(text, Given.Pictures);
            Assert.Equal(compilation.Succeeded, compilation.Problems.Count == 0);
            _ = compilation.Deck?.PublicJson();
        }
    }

    private static string Repeated(string piece, int length) =>
        new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
}
