using MeetingHub.Web.Decks.Out.Paper;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Outline;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Out;

public class HandOutTests
{
    [Theory]
    [InlineData("uk", "До повномасштабної війни в місті було зареєстровано близько 51 000 мешканців")]
    [InlineData("fr", "L’administration militaire de la ville s’exprime aujourd’hui au nom de la communauté.")]
    [InlineData("en", "The city military administration speaks for the community today.")]
    public void Words_come_out_of_the_file_whole(string language, string expected)
    {
        var text = Frozen.TextOf(Frozen.Pdf(Frozen.Demo(), language)).Replace('\n', ' ');
        Assert.Contains(Unspaced(expected), Unspaced(text), StringComparison.Ordinal);
        Assert.All(expected.Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_languages_of_a_slide_stand_side_by_side()
    {
        using var pdf = PdfDocument.Open(Frozen.Pdf(Frozen.Demo(), "uk", "fr"));
        var words = pdf.GetPages().SelectMany(p => p.GetWords().Select(w => (Page: p.Number, Word: w))).ToList();
        var left = words.First(w => w.Word.Text == "ми" && w.Page > 1);
        var right = words.First(w => w.Word.Text == "sommes");
        Assert.Equal(left.Page, right.Page);
        Assert.Equal(left.Word.BoundingBox.Bottom, right.Word.BoundingBox.Bottom, 1.0);
        Assert.True(left.Word.BoundingBox.Right < 297 && right.Word.BoundingBox.Left > 297);
    }

    [Fact]
    public void Contents_and_outline_lead_to_every_slide_and_pages_say_how_many_there_are()
    {
        var frozen = Frozen.Demo();
        using var pdf = PdfDocument.Open(Frozen.Pdf(frozen, "fr"));

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var leaves = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().ToList();
        Assert.Equal(frozen.Deck.Slides.Select(s => s.In["fr"].Title), leaves.Select(b => b.Title));
        Assert.All(leaves, b => Assert.Contains(b.Title.Split(' ')[0], pdf.GetPage(b.PageNumber).Text));

        var links = pdf.GetPage(1).GetAnnotations().Count(a => a.Type == AnnotationType.Link);
        Assert.Equal(frozen.Deck.Slides.Count, links);
        Assert.All(pdf.GetPages(), p => Assert.Contains($"{p.Number}/{pdf.NumberOfPages}", Unspaced(p.Text)));
    }

    [Fact]
    public void The_room_gets_no_notes()
    {
        var deck = Frozen.Deck("# a\n::: uk\n## Заголовок\n:::\n\n::: notes uk\nТаємниця доповідача\n:::\n");
        Assert.DoesNotContain("Таємниця", Frozen.TextOf(Frozen.Pdf(deck, "uk")));
        Assert.Contains("Таємниця", Frozen.TextOf(Frozen.Pdf(deck, "uk", hasNotes: true)));
    }

    [Fact]
    public void A_translation_that_is_missing_or_old_is_marked()
    {
        var deck = Frozen.Deck("# a\n::: uk\n## Заголовок\n:::\n\n::: fr of=00000000\n## Titre\n:::\n");
        Assert.Contains("Translation older", Frozen.TextOf(Frozen.Pdf(deck, "en", "fr")));
        Assert.Contains("EN: Not translated yet", Frozen.TextOf(Frozen.Pdf(deck, "en", "fr")));
    }

    [Fact]
    public void A_sign_that_no_font_has_is_shown_and_named()
    {
        var text = Frozen.TextOf(Frozen.Pdf(Frozen.Deck("# a\n::: uk\n## Знак 漢 і 🙂\n:::\n"), "uk"));
        Assert.Contains("U+6F22", text);
        Assert.Contains("U+1F642", text);
        Assert.Contains("Знак �", text);
    }

    [Fact]
    public void A_long_table_goes_on_under_its_head_on_the_next_page()
    {
        var rows = string.Concat(Enumerable.Range(1, 90).Select(i => $"| Школа {i} | {i} |\n"));
        var pages = Frozen.PagesOf(
            Frozen.Pdf(Frozen.Deck($"# a\n::: uk\n## Таблиця\n\n| Заклад | Кількість |\n|---|--:|\n{rows}:::\n"), "uk")
        );
        Assert.True(pages.Count >= 4);
        Assert.All(pages.Skip(1), page => Assert.Contains("Заклад", page));
        Assert.Contains("Школа 90", pages[^1]);
    }

    [Fact]
    public void A_long_list_loses_no_line_and_no_heading_is_left_behind()
    {
        var items = string.Concat(Enumerable.Range(1, 120).Select(i => $"- пункт{i}\n"));
        var pages = Frozen.PagesOf(
            Frozen.Pdf(Frozen.Deck($"# a\n::: uk\n## Перший\n:::\n\n# b\n::: uk\n## Список\n\n{items}:::\n"), "uk")
        );
        Assert.All(
            Enumerable.Range(1, 120),
            i => Assert.Contains(pages, p => p.Contains($"пункт{i}", StringComparison.Ordinal))
        );
        Assert.Contains(
            "пункт1\n",
            pages.Single(p =>
                p.Contains("2 / 2", StringComparison.Ordinal) && p.Contains("Список") && !p.Contains("Зміст")
            ) + "\n"
        );
    }

    [Fact]
    public void Charts_are_drawn_and_their_words_can_be_found()
    {
        var text = Frozen.TextOf(Frozen.Pdf(Frozen.Demo(), "fr"));
        Assert.Contains("Établissements d’enseignement", text);
        Assert.Contains("44 % · 11", text);
    }

    [Fact]
    public void Pictures_are_drawn_and_one_that_is_gone_leaves_its_description()
    {
        using var bitmap = new SKBitmap(800, 400);
        bitmap.Erase(SKColors.Teal);
        var webp = bitmap.Encode(SKEncodedImageFormat.Webp, 80).ToArray();
        var deck = Frozen.Deck("# a\n::: uk\n## Школа\n:::\n\n![Школа без даху](school.jpg)\n");

        using var with = PdfDocument.Open(Frozen.Pdf(deck, "uk", pictures: f => f == "/files/abc.webp" ? webp : null));
        Assert.Single(with.GetPages().SelectMany(p => p.GetImages()));
        Assert.Contains("Школа без даху", Frozen.TextOf(Frozen.Pdf(deck, "uk")));
    }

    [Fact]
    public void The_same_version_is_the_same_file() =>
        Assert.Equal(Frozen.Pdf(Frozen.Demo(), "uk", "fr"), Frozen.Pdf(Frozen.Demo(), "uk", "fr"));

    [Fact]
    public void The_licence_of_the_fonts_travels_with_them()
    {
        using var licence = typeof(PaperFonts).Assembly.GetManifestResourceStream("NotoSans-OFL.txt");
        Assert.NotNull(licence);
        Assert.All(
            "–—•·…→←≈≤≥≠₴€№’«»ʼ−×°½�ҐґЄєІіЇїŒœÆæÇçÉéÊêËë".EnumerateRunes(),
            r => Assert.True(PaperFonts.Has(r), $"{r} {r.Value:X4}")
        );
    }

    private static string Unspaced(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
