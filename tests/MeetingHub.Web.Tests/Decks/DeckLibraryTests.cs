using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Tests.Decks.Editing;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Decks;

public sealed class DeckLibraryTests : IAsyncDisposable
{
    private const string Translated =
        "---\ntitle: Ізюм / Izium\nlanguages: uk, fr\n---\n\n# a\n\n::: uk\n## Школа\n:::\n\n::: fr\n## École\n:::\n";

    private readonly FakeClock clock = new(Instant.FromUtc(2023, 1, 15, 9, 0));
    private readonly App app;

    public DeckLibraryTests() => app = new App { Clock = clock };

    [Fact]
    public async Task A_deck_that_goes_back_to_what_was_published_before_is_shown_so()
    {
        var shop = await Workshop.In(app);
        var first = await Publish(shop, Workshop.Text);
        var second = await Publish(shop, Translated);
        Assert.Equal(second.Version, (await shop.Library.VersionsOf(shop.Id))[0].Version);

        var again = await Publish(shop, Workshop.Text);

        Assert.Equal(first.Version, again.Version);
        Assert.Equal([first.Version, second.Version], (await shop.Library.VersionsOf(shop.Id)).Select(v => v.Version));
    }

    [Fact]
    public async Task The_same_saved_again_because_the_answer_was_lost_is_no_conflict()
    {
        var shop = await Workshop.In(app);
        await shop.Library.Save(shop.Id, 1, Translated, shop.Secretary);

        var again = (await shop.Library.Save(shop.Id, 1, Translated, shop.Secretary))!;

        Assert.True(again.IsTaken);
        Assert.Equal(2, again.Deck.Revision);
        Assert.Contains("::: fr of=", again.Deck.Draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slide_is_found_by_its_words_and_notes_in_any_language_by_its_own_community_alone()
    {
        var shop = await Workshop.In(app);
        var noted = Translated + "\n# b\n\n::: uk\n## Б\n:::\n\n::: notes uk\nРозповісти про Бібліотеку.\n:::\n";
        await shop.Library.Save(shop.Id, 1, noted, shop.Secretary);
        var desk = await Desk.Of(app, App.Secretary, "uk");

        Assert.Equal([$"/decks/{shop.Id}/slides/b"], await Found(desk, "бібліотеку про"));
        Assert.Equal([$"/decks/{shop.Id}/slides/a"], (await Found(desk, "école")).Where(a => a.Contains($"{shop.Id}")));
        Assert.Empty(await Found(desk, "бібліотеку цирк"));
        Assert.Empty(await Found(await Desk.Of(app, App.PartnerSecretary, "uk"), "бібліотеку"));

        static async Task<IEnumerable<string>> Found(Desk desk, string words) =>
            (await desk.Read($"/decks?q={Uri.EscapeDataString(words)}"))
                .QuerySelectorAll("#found a")
                .Select(a => a.GetAttribute("href")!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\ntitle: Ізюм / Izium\nlanguages: uk, fr\n---\n\n# a\n\n::: uk\n## А\n:::\n")]
    public async Task A_text_that_was_emptied_by_a_slip_can_be_brought_back(string slip)
    {
        var shop = await Workshop.In(app);
        var whole = Translated + "\n# b\n\n::: uk\n## Б\n:::\n\n# c\n\n::: uk\n## В\n:::\n";
        await shop.Library.Save(shop.Id, 1, whole, shop.Secretary);
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var page = await desk.Read($"/decks/{shop.Id}");
        Assert.Null(page.QuerySelector("form[action*=bring-back], .notice details pre"));

        page = await desk.Send(page, "form[data-deck]", ("Draft", slip), ("Act", "save"));
        page = await desk.Send(page, "form:has(details pre)");

        Assert.Contains("## В", page.QuerySelector("[name=Draft]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form:has(details pre)"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_taken_and_stays_in_the_form()
    {
        var shop = await Workshop.In(app);
        var tooLong = Translated + new string('я', Deck.MaxBytes);
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var page = await desk.Read($"/decks/{shop.Id}");

        page = await desk.Send(page, "form[data-deck]", ("Draft", tooLong), ("Act", "save"));

        Assert.Equal("refused", page.QuerySelector("form[data-deck]")!.GetAttribute("data-answer"));
        Assert.Contains("яяяя", page.QuerySelector("[name=Draft]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#preview .notice.bad"));
        Assert.Equal(1, (await shop.Library.Find(shop.Id))!.Revision);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<DeckVersion> Publish(Workshop shop, string text)
    {
        clock.AdvanceMinutes(1);
        var deck = (await shop.Library.Find(shop.Id))!;
        Assert.True((await shop.Library.Save(shop.Id, deck.Revision, text, shop.Secretary))!.IsTaken);
        return (await shop.Library.Publish(shop.Id, shop.Secretary)).Version!;
    }
}
