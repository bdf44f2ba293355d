using System.Net;
using MeetingHub.Domain.Decks;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class DeckTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_faulty_deck_is_kept_and_its_faults_are_told_by_code_line_and_text()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var kept = await secretary.Upload(Given.FaultyDeck);
        var refused = await secretary.Post($"decks/{kept.Id}/publish");

        Assert.Equal(HttpStatusCode.Created, kept.Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "deck_invalid"), (refused.Status, refused.Code));
        var problem = refused.Body.GetProperty("problems")[0];
        Assert.Equal("no_front_matter", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() >= 0);
        Assert.DoesNotContain("deck.problem", problem.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deck_is_saved_over_the_revision_that_was_seen()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = (await secretary.Upload(Given.Deck)).Id;
        var etag = (await secretary.Ask($"decks/{id}")).Message.Headers.ETag!.Tag;

        var mine = await secretary.PutText($"decks/{id}", Given.Deck.Replace("Le toit", "Mon toit"), etag);
        var yours = await secretary.PutText($"decks/{id}", Given.Deck.Replace("Le toit", "Votre toit"), etag);
        var blind = await secretary.PutText($"decks/{id}", Given.Deck, null);

        Assert.Equal((HttpStatusCode.OK, 2), (mine.Status, mine.Body.GetProperty("revision").GetInt32()));
        Assert.Equal((HttpStatusCode.Conflict, "changed_meanwhile"), (yours.Status, yours.Code));
        Assert.Contains(
            "Mon toit",
            yours.Body.GetProperty("current").GetProperty("markdown").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal((HttpStatusCode.PreconditionRequired, "if_match_missing"), (blind.Status, blind.Code));
    }

    [Fact]
    public async Task What_is_too_large_is_told_so()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = (await secretary.Upload(Given.Deck)).Id;
        var long_ = new string('x', Deck.MaxBytes + 1);

        var upload = await secretary.Upload(long_);
        var save = await secretary.PutText($"decks/{id}", long_, "\"1\"");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too_large"), (upload.Status, upload.Code));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too_large"), (save.Status, save.Code));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var answer = await secretary.Upload("MZ", name: "deck.exe");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "deck_invalid"), (answer.Status, answer.Code));
        Assert.Equal("file_type", answer.Body.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var answer = await secretary.Upload("", bytes: [0xC3, 0x28]);

        Assert.Equal("not_utf8", answer.Body.GetProperty("problems")[0].GetProperty("code").GetString());
    }
}
