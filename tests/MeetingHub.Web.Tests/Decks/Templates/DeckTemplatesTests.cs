using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Templates;
using MeetingHub.Web.Decks.Terms;
using MeetingHub.Web.Figures;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Templates;

public sealed partial class DeckTemplatesTests : IAsyncDisposable
{
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static TheoryData<string> Names => [.. DeckTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_whole_in_every_language_with_notes_on_each_slide(string name)
    {
        var compiled = DeckCompiler.Compile(Filled(name, "uk"), new Dictionary<string, string>(), new AnyData());

        Assert.Empty(compiled.Problems);
        Assert.All(
            compiled.Deck!.Slides,
            slide =>
            {
                Assert.All(slide.In.Values, text => Assert.Equal(TextState.Present, text.State));
                Assert.Equal(3, slide.Notes.Count);
            }
        );
    }

    [Fact]
    public void What_the_template_told_to_write_is_found_until_it_is_written_over()
    {
        var text = Filled("damage-and-recovery", "uk");
        Assert.Equal(
            ["who-we-are", "timeline", "what-we-ask", "next-steps"],
            Leftovers.In(DeckText.Read(text).Deck!).Select(s => s.Id)
        );

        text = text.Replace("+ Дата: перший удар або початок окупації", "+ 24 лютого 2022", StringComparison.Ordinal);
        Assert.Contains("timeline", Leftovers.In(DeckText.Read(text).Deck!).Select(s => s.Id));
        var own = Regex.Replace(
            text,
            @"(?m)^(?<sign>[-+]) .*$",
            "${sign} Наше",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        Assert.Empty(Leftovers.In(DeckText.Read(own).Deck!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_uses_the_agreed_terms_itself(string name)
    {
        var missed =
            from slide in DeckText.Read(Filled(name, "uk")).Deck!.Slides
            from language in Language.All.Where(l => l != "uk")
            from need in TermCheck.Of(TermFile.Packaged(), slide.BodyIn("uk")!, "uk", slide.BodyIn(language)!, language)
            where !need.IsUsed
            select $"{slide.Id} {language} {need.Agreed}";
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_notes_fit_the_length_that_it_names_also_when_said_twice(string name)
    {
        var deck = DeckText.Read(Filled(name, "uk")).Deck!;
        var compiled = DeckCompiler.Compile(Filled(name, "uk"), new Dictionary<string, string>(), new AnyData());

        foreach (var language in Language.All)
        {
            var words = compiled.Deck!.Slides.Sum(s => s.Notes[language].Words);
            Assert.Equal(SpeakingFit.Fits, SpeakingTime.Fit(words, deck.TargetMinutes!.Value));
        }
    }

    [Fact]
    public void The_presentation_before_a_council_has_12_to_15_slides() =>
        Assert.InRange(DeckText.Read(Filled("damage-and-recovery", "fr")).Deck!.Slides.Count, 12, 15);

    [Fact]
    public void Names_stand_in_the_language_of_their_slide_and_cannot_break_the_file()
    {
        var text = DeckTemplates.Fill(
            "introduce",
            LocalText.Of(("uk", "Про нас / нас"), ("fr", "Nous")),
            ["fr", "uk", "en"],
            LocalText.Of(("uk", "Громада"), ("fr", "Communauté\n# fin"), ("en", "Community")),
            LocalText.Empty
        );

        var deck = DeckText.Read(text).Deck!;
        Assert.Equal("Communauté # fin", TitleOf(deck, "fr"));
        Assert.Equal("Громада", TitleOf(deck, "uk"));
        Assert.Equal("Nous", deck.Title.In("fr"));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_begins_with_a_template_in_which_both_communities_are_named()
    {
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var page = await desk.Read("/decks");
        var partner = (await app.PersonOf(App.PartnerSecretary)).CommunityId;

        await desk.Send(
            page,
            "form:has([name=Template])",
            ("Template", "damage-and-recovery"),
            ("Title", "Наша громада"),
            ("Partner", $"{partner}")
        );

        var deck = await desk.Read(desk.At);
        var text = deck.QuerySelector("textarea")!.TextContent;
        Assert.Contains("Рада партнера (Шенневьєр-сюр-Марн) не вирішує", text, StringComparison.Ordinal);
        Assert.Contains("title: Наша громада / ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_notes_are_told_beside_the_agenda_of_the_meeting_that_takes_the_deck()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var decks = await desk.Read("/decks");
        var page = await desk.Read(decks.QuerySelector("a.cover")!.GetAttribute("href")!);

        Assert.Equal(["good"], Told(page));

        var text = page.QuerySelector("[name=Draft]")!.TextContent;
        var longer = text.Replace(
            "::: notes fr\n",
            $"::: notes fr\n{string.Concat(Enumerable.Repeat("mot ", 300))}",
            StringComparison.Ordinal
        );
        page = await desk.Send(page, "form[data-deck]", ("Draft", longer), ("Act", "save"));

        Assert.Equal(["warn"], Told(page));

        static IEnumerable<string> Told(IHtmlDocument page) =>
            page.QuerySelectorAll(".notice:has(a[href^='/meetings/'])")
                .Where(n => n.TextContent.Contains("Damage and recovery plan", StringComparison.Ordinal))
                .Select(n => n.ClassList[^1]);
    }

    private static string Filled(string name, string first) =>
        DeckTemplates.Fill(
            name,
            LocalText.Of(("uk", "Назва"), ("fr", "Titre"), ("en", "Title")),
            [first, .. Language.All.Where(l => l != first)],
            LocalText.Of(("uk", "Громада"), ("fr", "Communauté"), ("en", "Community")),
            LocalText.Of(("uk", "Партнер"), ("fr", "Partenaire"), ("en", "Partner"))
        );

    private static string TitleOf(Deck deck, string language) =>
        Heading().Match(deck.Slides[0].BodyIn(language)!).Groups["title"].Value;

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    private sealed class AnyData : IDataBlocks
    {
        public bool IsShown(string row) => true;

        public FigureReading Draw(DataBlock block, string language) =>
            new(new Figure("", null, new([], []), "", new("", "", ""), []), null);
    }
}
