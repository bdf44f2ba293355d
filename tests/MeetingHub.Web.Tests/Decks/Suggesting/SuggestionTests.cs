using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Suggesting;
using MeetingHub.Web.Tests.Decks.Editing;
using MeetingHub.Web.Tests.Translating;
using MeetingHub.Web.Translating;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Suggesting;

public sealed class SuggestionTests : IAsyncDisposable
{
    private readonly FakeTranslation service = new();
    private readonly App app;

    public SuggestionTests() => app = new App { Settings = service.Settings("DeepL") };

    [Fact]
    public async Task A_suggestion_is_marked_for_the_room_until_a_person_confirms_it()
    {
        var shop = await Workshop.In(app);
        var desk = await Desk.Of(app, App.Secretary, "en");
        var page = await desk.Read($"/decks/{shop.Id}/slides/b?from=uk&to=fr");
        page = await desk.Send(page, "form[data-slide]", ("Act", "suggest"));

        Assert.Equal(Standing.Machine, await shop.Standing("b", "fr"));
        Assert.Equal(
            "## **ЛІКАРНЯ** [ТУТ](https://izium.example)\n\n+ ОДИН\n+ ДВА",
            await shop.Wording("b", "body.fr.0")
        );
        Assert.Contains("\"marks\":{\"fr\":\"machine\"}", await Published(shop), StringComparison.Ordinal);

        await desk.Send(page, "form[data-slide]", ("Act", "reviewed fr"));
        Assert.Equal(Standing.Reviewed, await shop.Standing("b", "fr"));
        Assert.DoesNotContain("machine", await Published(shop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_missing_slides_are_suggested_and_nobodys_words_are_written_over()
    {
        var shop = await Workshop.In(app);
        var runs = app.Services.GetRequiredService<SuggestionRuns>();
        var desk = await Desk.Of(app, App.Secretary, "en");
        await desk.Send(
            await desk.Read($"/decks/{shop.Id}/slides"),
            "button[name=Language][value=fr]",
            ("Language", "fr")
        );
        await runs.Ended(shop.Id, "fr");

        Assert.Equal(new(2, 2, SuggestionEnd.Done), runs.Of(shop.Id, "fr"));
        Assert.Equal("МЕМОРАНДУМ", await shop.Wording("c", "body.fr.0"));
        Assert.Equal("## École détruite\n\n+ Toit", await shop.Wording("a", "body.fr.0"));
        Assert.Contains(
            "2",
            (await desk.Read($"/decks/{shop.Id}/slides")).QuerySelector(".progresses .good")!.TextContent
        );
    }

    [Fact]
    public async Task Notes_are_never_sent()
    {
        var shop = await Workshop.In(app);
        await shop.Write(shop.Secretary, "c", "notes.uk.0", "", "Довірливо");
        await app.Services.GetRequiredService<SlideSuggestions>().Suggest(shop.Id, "c", "fr", shop.Secretary);

        Assert.DoesNotContain("Довірливо", service.Asked);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_ends_the_run_and_is_said()
    {
        service.Instead = http =>
        {
            http.Response.StatusCode = 456;
            return Task.CompletedTask;
        };
        var shop = await Workshop.In(app);
        var runs = app.Services.GetRequiredService<SuggestionRuns>();
        await runs.Start(shop.Id, "fr", shop.Secretary);
        await runs.Ended(shop.Id, "fr");

        Assert.Equal(TranslatingFault.QuotaUsed, runs.Of(shop.Id, "fr")!.End!.Fault);
        var desk = await Desk.Of(app, App.Secretary, "en");
        Assert.Contains(
            "quota",
            (await desk.Read($"/decks/{shop.Id}/slides")).QuerySelector(".progresses .warn")!.TextContent,
            StringComparison.Ordinal
        );
        var page = await desk.Send(
            await desk.Read($"/decks/{shop.Id}/slides/c?to=fr"),
            "form[data-slide]",
            ("Act", "suggest")
        );
        Assert.Contains("quota", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_service_no_page_offers_one()
    {
        await using var plain = new App();
        var shop = await Workshop.In(plain);
        var desk = await Desk.Of(plain, App.Secretary);

        Assert.Null((await desk.Read($"/decks/{shop.Id}/slides")).QuerySelector("[name=Language]"));
        Assert.Null((await desk.Read($"/decks/{shop.Id}/slides/c?to=fr")).QuerySelector("[value=suggest]"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await service.DisposeAsync();
    }

    private static async Task<string> Published(Workshop shop) =>
        (await shop.Library.Compile(shop.Id, await shop.Draft())).Deck!.PublicJson();
}
