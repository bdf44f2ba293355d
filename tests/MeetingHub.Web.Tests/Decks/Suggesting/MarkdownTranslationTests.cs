using MeetingHub.Web.Decks.Suggesting;
using MeetingHub.Web.Tests.Translating;
using MeetingHub.Web.Translating;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Suggesting;

public sealed class MarkdownTranslationTests : IAsyncDisposable
{
    private readonly FakeTranslation service = new();

    [Theory]
    [InlineData("## Школа\n\n+ Дах **зруйновано**\n+ Учні _вдома_", "## ШКОЛА\n\n+ ДАХ **ЗРУЙНОВАНО**\n+ УЧНІ _ВДОМА_")]
    [InlineData(
        "Див. [звіт *тут*](https://izium.example/a_b \"x\").",
        "ДИВ. [ЗВІТ *ТУТ*](https://izium.example/a_b \"x\")."
    )]
    [InlineData("Код `x = 1` і <https://izium.example>", "КОД `x = 1` І <https://izium.example>")]
    [InlineData("![Школа без даху](school.jpg)", "![ШКОЛА БЕЗ ДАХУ](school.jpg)")]
    [InlineData("1. Один\n2. Два\n   - Три", "1. ОДИН\n2. ДВА\n   - ТРИ")]
    [InlineData("> Цитата\n> друга", "> ЦИТАТА ДРУГА")]
    [InlineData("| Об’єкт | Частка |\n|---|--:|\n| Школи | 44 |", "| ОБ’ЄКТ | ЧАСТКА |\n|---|--:|\n| ШКОЛИ | 44 |")]
    [InlineData(
        "::: bars max=100 unit=%\n| А | Б |\n|---|---|\n| Школи | 44 |\n:::",
        "::: bars max=100 unit=%\n| А | Б |\n|---|---|\n| ШКОЛИ | 44 |\n:::"
    )]
    [InlineData("::: source\nПерше\nДруге\n:::", "::: source\nПЕРШЕ\nДРУГЕ\n:::")]
    [InlineData(
        "```data damage-by-sector\nsectors: housing\n```\n\nТекст",
        "```data damage-by-sector\nsectors: housing\n```\n\nТЕКСТ"
    )]
    [InlineData("Рядок\\\nдругий", "РЯДОК\\\nДРУГИЙ")]
    [InlineData("44 %", "44 %")]
    public async Task Structure_survives_and_words_change(string source, string expected)
    {
        foreach (var provider in new[] { "LibreTranslate", "DeepL" })
        {
            var suggested = await Translator(provider).Translate(source, "uk", "fr", default);
            Assert.Equal((expected, null), (suggested.Markdown, suggested.Fault));
        }
    }

    [Fact]
    public async Task Containers_addresses_and_code_are_never_sent()
    {
        await Translator("DeepL")
            .Translate(
                "::: source\nЗвіт [тут](https://izium.example/secret) `код`\n:::\n\n```\nnever\n```",
                "uk",
                "fr",
                default
            );

        var sent = Assert.Single(service.Asked);
        Assert.DoesNotContain(":::", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("код", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_loses_tags_is_asked_again_word_by_word()
    {
        service.Change = text => FakeTranslation.Louder(AngleSharp(text));
        var suggested = await Translator("LibreTranslate").Translate("Дах **зруйновано** вчора", "uk", "fr", default);

        Assert.Equal("ДАХ **ЗРУЙНОВАНО** ВЧОРА", suggested.Markdown);

        static string AngleSharp(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", "");
    }

    [Theory]
    [InlineData("# Titre\n::: notes fr\nx\n:::")]
    [InlineData("<b id=\"1\">x</b><script>alert(1)</script>")]
    [InlineData("**bold** [link](https://evil.example) ![](x.png) <https://evil.example>")]
    [InlineData("- item\n- item")]
    [InlineData("1. x")]
    [InlineData("```")]
    [InlineData("| a | b |\n|---|---|")]
    [InlineData("&lt;b&gt; &amp;lt; \\")]
    public async Task An_answer_that_is_Markdown_or_HTML_itself_is_text_and_nothing_else(string answer)
    {
        service.Change = _ => answer;
        var suggested = await Translator("DeepL").Translate("Один рядок", "uk", "fr", default);

        if (suggested.Markdown is not { } markdown)
            Assert.Equal(TranslatingFault.NotUnderstood, suggested.Fault);
        else
        {
            var html = Given.Html($"::: uk\n{markdown}\n:::\n");
            Assert.StartsWith("<p>", html, StringComparison.Ordinal);
            Assert.Equal(1, html.Split('<').Length - 1 - html.Split("</").Length + 1);
        }
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private MarkdownTranslation Translator(string provider) =>
        new(
            new ServiceCollection()
                .AddTranslating(
                    new ConfigurationBuilder()
                        .AddInMemoryCollection(
                            service.Settings(provider).ToDictionary(s => s.Key, s => (string?)s.Value)
                        )
                        .Build()
                )
                .BuildServiceProvider()
                .GetRequiredService<ITranslator>()
        );
}
