using System.Net;
using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Editing;

/// <summary>Slides side by side, at a desk without scripts; and what a script is answered.</summary>
public sealed class SlidePageTests : IAsyncDisposable
{
    private readonly App app = new();

    [Fact]
    public async Task A_translation_is_written_reviewed_and_taken_back()
    {
        var shop = await Workshop.In(app);
        var desk = await Desk.Of(app, App.Secretary, "fr");
        var page = await desk.Read($"/decks/{shop.Id}/slides/c?from=uk&to=fr");
        Assert.StartsWith("Меморандум", page.QuerySelector(".reading")!.TextContent, StringComparison.Ordinal);

        page = await desk.Send(
            page,
            "form[data-slide]",
            ("part.body.fr.0", "Mémorandum"),
            ("part.notes.fr.0", "Lentement"),
            ("Act", "save")
        );
        Assert.Equal(Standing.Draft, await shop.Standing("c", "fr"));
        Assert.Equal("Lentement", await shop.Wording("c", "notes.fr.0"));

        page = await desk.Send(page, "form[data-slide]", ("Act", "reviewed fr"));
        Assert.Contains("FR relu", page.QuerySelector("#states")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Standing.Reviewed, await shop.Standing("c", "fr"));

        await desk.Send(page, "form[data-slide]", ("Act", "take_back fr"));
        Assert.Equal(Standing.Draft, await shop.Standing("c", "fr"));
    }

    [Fact]
    public async Task What_changed_since_it_was_translated_is_marked_in_words_too()
    {
        var shop = await Workshop.In(app);
        await shop.Write(
            shop.Secretary,
            "a",
            "body.uk.0",
            "## Школа зруйнована\n\n+ Дах громади",
            "## Школа відновлена\n\n+ Дах громади"
        );
        var desk = await Desk.Of(app, App.Secretary, "en");
        var page = await desk.Read($"/decks/{shop.Id}/slides/a?to=fr");

        Assert.Equal("[removed: зруйнована]", page.QuerySelector("#behind del")!.TextContent);
        Assert.Equal("[added: відновлена]", page.QuerySelector("#behind ins")!.TextContent);
        page = await desk.Send(page, "form[data-slide]", ("Act", "holds"));
        Assert.Null(page.QuerySelector("#behind section"));
        Assert.Equal(Standing.Draft, await shop.Standing("a", "fr"));
    }

    [Theory]
    [InlineData("take", "## Anéantie")]
    [InlineData("keep", "## Ruinée")]
    public async Task Of_two_versions_either_can_be_taken_and_the_other_stays_in_the_history(
        string choice,
        string stands
    )
    {
        var shop = await Workshop.In(app);
        var (secretary, head) = (await Desk.Of(app, App.Secretary), await Desk.Of(app, App.Head));
        var address = $"/decks/{shop.Id}/slides/a?from=uk&to=fr";
        var (hers, his) = (await secretary.Read(address), await head.Read(address));
        await secretary.Send(hers, "form[data-slide]", ("part.body.fr.0", "## Ruinée"), ("Act", "save"));
        var both = await head.Send(his, "form[data-slide]", ("part.body.fr.0", "## Anéantie"), ("Act", "save"));

        Assert.Contains("## Ruinée", both.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("## Anéantie", both.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await head.Read($"/decks/{shop.Id}/slides")).QuerySelector("#slide-a .tag.bad"));

        var id = both.QuerySelector($"button[name=Choice][value^={choice}]")!.GetAttribute("value");
        var page = await head.Send(both, $"button[value='{id}']", ("Choice", id));
        Assert.Equal(stands, await shop.Wording("a", "body.fr.0"));
        Assert.Null(page.QuerySelector("[role=alert]"));
        var history = page.QuerySelector("details.card")!.TextContent;
        Assert.Contains("Ruinée", history, StringComparison.Ordinal);
        Assert.Contains("Anéantie", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wording_that_would_begin_another_slide_is_refused_and_stays_in_the_form()
    {
        var shop = await Workshop.In(app);
        var desk = await Desk.Of(app, App.Secretary, "en");
        var page = await desk.Read($"/decks/{shop.Id}/slides/c?to=fr");
        page = await desk.Send(page, "form[data-slide]", ("part.body.fr.0", "# Titre"), ("Act", "save"));

        Assert.Contains("##", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("# Titre", page.QuerySelector("[name='part.body.fr.0']")!.TextContent);
        Assert.DoesNotContain("Titre", await shop.Draft(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slides_are_added_duplicated_moved_and_removed_and_each_of_it_undone()
    {
        var shop = await Workshop.In(app);
        var desk = await Desk.Of(app, App.Secretary);
        var address = $"/decks/{shop.Id}/slides";
        var before = await shop.Draft();
        foreach (var act in new[] { "move a 2", "duplicate b", "remove b" })
        {
            var page = await desk.Send(await desk.Read(address), "form:has(.slide-list)", ("Act", act));
            Assert.NotEqual(before, await shop.Draft());
            var undo = page.QuerySelector("[role=status] button")!.GetAttribute("value");
            await desk.Send(page, "form[role=status]", ("Act", undo));
            Assert.Equal(before, await shop.Draft());
        }

        await desk.Send(
            await desk.Read(address),
            "form:has([name=After])",
            ("Name", "nova"),
            ("After", "a"),
            ("Act", "add")
        );
        await desk.Send(await desk.Read(address), "form:has([name=After])", ("After", "c"), ("Act", "add"));
        Assert.Equal(["a", "nova", "b", "c", "slide-5"], (await shop.Deck()).Slides.Select(s => s.Id));
    }

    [Fact]
    public async Task Agreed_terms_are_underlined_with_their_translation_and_missed_where_they_are_missing()
    {
        var shop = await Workshop.In(app);
        var desk = await Desk.Of(app, App.Secretary, "en");
        var page = await desk.Read($"/decks/{shop.Id}/slides/a?from=uk&to=fr");

        var term = page.QuerySelector(".reading .term")!;
        Assert.StartsWith("громади", term.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            "communauté territoriale",
            page.GetElementById(term.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("not in the translation", page.QuerySelector("#terms")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_answered_with_what_changed_or_why_not()
    {
        var shop = await Workshop.In(app);
        var (secretary, head) = (await Desk.Of(app, App.Secretary), await Desk.Of(app, App.Head));
        var address = $"/decks/{shop.Id}/slides/c?from=uk&to=fr";
        var (hers, his) = (await secretary.Read(address), await head.Read(address));
        hers.QuerySelector("form[data-slide]")!.SetAttribute("action", Save(hers));
        his.QuerySelector("form[data-slide]")!.SetAttribute("action", Save(his));

        var live = await secretary.Send(hers, "form[data-slide]", ("part.body.fr.0", "<script>x</script> **Mémo**"));
        Assert.Equal(HttpStatusCode.OK, secretary.Status);
        Assert.Contains("<strong>Mémo</strong>", live.QuerySelector("#view-fr")!.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(live.QuerySelectorAll("script"));
        await head.Send(his, "form[data-slide]", ("part.body.fr.0", "Autre"));
        Assert.Equal(HttpStatusCode.Conflict, head.Status);
        await secretary.Send(hers, "form[data-slide]", ("part.notes.fr.0", ":::"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, secretary.Status);

        static string Save(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelector("form[data-slide]")!.GetAttribute("data-save")!;
    }

    [Theory]
    [InlineData("/slides")]
    [InlineData("/slides/a")]
    [InlineData("/suggestions/fr")]
    public async Task Another_community_sees_nothing_of_it(string path)
    {
        var shop = await Workshop.In(app);
        var partner = await Desk.Of(app, App.PartnerSecretary);
        await partner.Read($"/decks/{shop.Id}{path}");

        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
    }

    [Fact]
    public async Task A_deck_with_faults_says_so_and_leads_to_its_text()
    {
        var shop = await Workshop.In(app);
        var deck = (await shop.Library.Find(shop.Id))!;
        await shop.Library.Save(shop.Id, deck.Revision, deck.Draft + "\n::: fr\n", shop.Secretary);
        var desk = await Desk.Of(app, App.Secretary);

        Assert.NotNull(
            (await desk.Read($"/decks/{shop.Id}/slides")).QuerySelector($".notice a[href='/decks/{shop.Id}']")
        );
        await desk.Read($"/decks/{shop.Id}/slides/a");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
