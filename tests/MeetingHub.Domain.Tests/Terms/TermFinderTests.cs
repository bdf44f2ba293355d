using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using Xunit;

namespace MeetingHub.Domain.Tests.Terms;

public sealed class TermFinderTests
{
    [Theory]
    [InlineData("громада", "Наша громада та інші громади; у громадах, з громадою, багато громад.", 5)]
    [InlineData("міська рада", "Міська рада, рішенням міської ради, у міській раді.", 3)]
    [InlineData("пошкодження", "Ступінь пошкодження, без пошкоджень, пошкодженнями", 3)]
    [InlineData("заявка на співпрацю", "Подали заявку на співпрацю, за заявкою на співпрацю", 2)]
    [InlineData("порядок денний", "Пункт порядку денного", 1)]
    [InlineData("міський голова", "Вітаємо міського голову.", 1)]
    [InlineData("зустріч", "Під час зустрічі, перед зустріччю", 2)]
    [InlineData("адміністрація", "військовою АДМІНІСТРАЦІЄЮ", 1)]
    [InlineData("об’єкт", "Об'єкти та об’єктів", 2)]
    [InlineData("домовленість", "виконання домовленостей", 1)]
    [InlineData("рішення ради", "**рішення** ради", 1)]
    public void A_Ukrainian_term_is_found_declined(string term, string text, int times) =>
        Assert.Equal(times, Finder("uk", term).In(text).Count);

    [Theory]
    [InlineData("рада", "радник, радощі, радіо, порада")]
    [InlineData("громада", "громадянин, громадський")]
    [InlineData("міська рада", "міська. Рада")]
    [InlineData("міська рада", "міська влада")]
    public void Another_word_that_begins_alike_is_not_it(string term, string text) =>
        Assert.Empty(Finder("uk", term).In(text));

    [Theory]
    [InlineData("conseil municipal", "Les conseils municipaux et le Conseil municipal", 2)]
    [InlineData("délibération", "d’une délibération, des délibérations", 2)]
    [InlineData("conseiller", "une conseillère et des conseillers", 2)]
    [InlineData("école", "L’école, qu'école", 2)]
    [InlineData("communauté territoriale (hromada)", "Les communautés territoriales", 1)]
    [InlineData("besoins", "un besoin", 1)]
    public void A_French_term_is_found_in_plural_feminine_and_after_an_article(string term, string text, int times) =>
        Assert.Equal(times, Finder("fr", term).In(text).Count);

    [Fact]
    public void An_English_term_is_found_in_plural() =>
        Assert.Equal(2, Finder("en", "municipality").In("Municipalities. Each municipality.").Count);

    [Fact]
    public void The_longest_term_wins_and_says_where_it_stands()
    {
        var finder = Finder("uk", "протокол", "протокол зустрічі");
        var use = Assert.Single(finder.In("Підписали протоколи зустрічей."));

        Assert.Equal("протокол зустрічі", use.Term.Words.Exactly("uk"));
        Assert.Equal((10, 19), (use.Start, use.Length));
    }

    [Fact]
    public void Any_agreed_form_counts()
    {
        var terms = new[]
        {
            new Term(LocalText.Of(("uk", "скликання; запрошення"), ("fr", "convocation; invitation"))),
        };

        var need = Assert.Single(TermCheck.Of(terms, "Текст запрошення", "uk", "Texte de l’invitation", "fr"));
        Assert.Equal("convocation", need.Agreed);
        Assert.True(need.IsUsed);
        Assert.False(TermCheck.Of(terms, "Текст запрошення", "uk", "Texte de la lettre", "fr")[0].IsUsed);
        Assert.True(TermCheck.Of(terms, "Текст запрошення", "uk", "", "fr")[0].IsUsed);
    }

    [Fact]
    public void A_long_text_and_a_long_list_take_their_sum_and_not_their_product()
    {
        var terms = Enumerable.Range(0, 2000).Select(n => new Term(LocalText.Of(("uk", $"слово{n} громади"))));
        var finder = new TermFinder(terms, "uk");
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(n => $"слово{n % 4000} громадою"));

        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(10_000, finder.In(text).Count);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    private static TermFinder Finder(string language, params string[] terms) =>
        new(terms.Select(t => new Term(LocalText.Of((language, t)))), language);
}
