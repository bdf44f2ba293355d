using System.Net;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class RefusalTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        var nobody = app.CreateClient();

        foreach (var path in new[] { "me", "meetings", "decks", "action-items" })
        {
            var answer = await nobody.Ask(path);
            Assert.Equal((HttpStatusCode.Unauthorized, "not_signed_in"), (answer.Status, answer.Code));
            Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
            Assert.Equal("Bearer", answer.Message.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_offered_are_told_as_problems()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var nowhere = await secretary.Ask("nothing");
        var notOffered = await secretary.Remove("meetings");

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (nowhere.Status, nowhere.Code));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (notOffered.Status, notOffered.Code));
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer mh_" + new string('A', 32));

        Assert.Equal("not_signed_in", (await client.Ask("me")).Code);
    }

    [Fact]
    public async Task A_session_cookie_alone_opens_nothing_here()
    {
        var browser = await SignIn.As(app, App.Secretary);
        Assert.True((await browser.GetAsync("/meetings", TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Ask("me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Post("meetings", await Given.Meeting(app))).Status);
    }

    [Fact]
    public async Task Another_communitys_meeting_decks_and_items_are_not_found()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = await Given.Scheduled(app, secretary);
        var deck = (await secretary.Upload(Given.Deck)).Id;
        var stranger = await Given.Stranger(app);

        var answers = new[]
        {
            await stranger.Ask($"meetings/{id}"),
            await stranger.Put($"meetings/{id}", await Given.Meeting(app)),
            await stranger.Post($"meetings/{id}/cancel"),
            await stranger.Post($"meetings/{id}/people", Array.Empty<object>()),
            await stranger.Ask($"meetings/{id}/action-items"),
            await stranger.Post($"meetings/{id}/action-items", Given.Wording),
            await stranger.Ask($"meetings/{id}/record"),
            await stranger.Ask($"decks/{deck}"),
            await stranger.PutText($"decks/{deck}", Given.Deck, "\"1\""),
            await stranger.Post($"decks/{deck}/publish"),
            await stranger.Ask($"meetings/{Guid.NewGuid()}"),
        };

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.NotFound, "not_found"), (a.Status, a.Code)));
        Assert.DoesNotContain(
            (await stranger.Ask("meetings")).Body.EnumerateArray(),
            m => m.GetProperty("id").GetGuid() == id
        );
    }

    [Fact]
    public async Task Whoever_is_no_secretary_neither_schedules_nor_adds_people()
    {
        var interpreter = await app.ClientFor(App.Interpreter);

        var meeting = await interpreter.Post("meetings", await Given.Meeting(app));
        var person = await interpreter.Post("people", new { name = "Хтось", language = "uk" });

        Assert.Equal((HttpStatusCode.Forbidden, "not_allowed"), (meeting.Status, meeting.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "not_allowed"), (person.Status, person.Code));
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{"title":{"en":"x"},"local":"tomorrow","zone":"Europe/Kyiv","minutes":30}""", "$.local")]
    [InlineData(
        """{"title":{"en":"x"},"local":"2031-01-01T10:00:00","zone":"Europe/Kyiv","minutes":"30"}""",
        "$.minutes"
    )]
    [InlineData("""{"title":null,"local":"2031-01-01T10:00:00","zone":"Europe/Kyiv","minutes":30}""", "$.title")]
    [InlineData("null", null)]
    public async Task Broken_json_is_a_bad_request_that_says_where(string json, string? place)
    {
        var secretary = await app.ClientFor(App.Secretary);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        var answer = await secretary.Say(HttpMethod.Post, "meetings", content);

        Assert.Equal((HttpStatusCode.BadRequest, "bad_request"), (answer.Status, answer.Code));
        if (place is not null)
            Assert.Contains(place, answer.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_is_told_so()
    {
        var secretary = await app.ClientFor(App.Secretary);
        using var content = new StringContent("<meeting/>", Encoding.UTF8, "application/xml");

        var answer = await secretary.Say(HttpMethod.Post, "meetings", content);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media_type"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_refusal_speaks_the_programs_language_and_keeps_its_code()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var path = $"meetings/{Guid.NewGuid()}";

        var uk = await secretary.Say(HttpMethod.Get, path, null, language: "uk");
        var fr = await secretary.Say(HttpMethod.Get, path, null, language: "fr-FR");

        Assert.Equal(uk.Code, fr.Code);
        Assert.NotEqual(uk.Text("title"), fr.Text("title"));
    }

    [Fact]
    public async Task A_skipped_hour_comes_back_with_the_two_that_can_be_meant()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var partnerId = await Given.Partner(app);
        // The clocks of Kyiv jump from 3 to 4 on the last Sunday of March.
        var meeting = new
        {
            title = Given.Title,
            local = "2031-03-30T03:30:00",
            zone = "Europe/Kyiv",
            minutes = 30,
            partnerId,
        };

        var answer = await secretary.Post("meetings", meeting);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "hour_skipped"), (answer.Status, answer.Code));
        Assert.Equal(2, answer.Body.GetProperty("choices").GetArrayLength());
    }

    [Fact]
    public async Task An_edit_based_on_an_older_plan_is_a_conflict_that_shows_the_newer()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = await Given.Scheduled(app, secretary);
        var revision = (await secretary.Ask($"meetings/{id}")).Body.GetProperty("revision").GetInt64();
        object Edit(string title, long basedOn) =>
            new
            {
                title = new { en = title },
                local = Given.NextMonth,
                zone = "Europe/Kyiv",
                minutes = 45,
                basedOn,
            };

        Assert.Equal(HttpStatusCode.OK, (await secretary.Put($"meetings/{id}", Edit("Mine", revision))).Status);
        var late = await secretary.Put($"meetings/{id}", Edit("Yours", revision));

        Assert.Equal((HttpStatusCode.Conflict, "changed_meanwhile"), (late.Status, late.Code));
        var title = late.Body.GetProperty("current").GetProperty("plan").GetProperty("title");
        Assert.Equal("Mine", title.GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_person_of_a_third_community_cannot_be_named()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var stranger = (await (await Given.Stranger(app)).Ask("me")).Id;
        var id = await Given.Scheduled(app, secretary);

        var answer = await secretary.Post($"meetings/{id}/people", new[] { new { personId = stranger } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "person_unknown"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_taken_address_is_a_conflict()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var answer = await secretary.Post(
            "people",
            new
            {
                name = "Двійник",
                language = "uk",
                email = App.Head,
            }
        );

        Assert.Equal((HttpStatusCode.Conflict, "email_taken"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Too_many_requests_of_one_person_are_refused_and_others_go_on()
    {
        await using var strict = new App { ApiRequestsAMinute = 2 };
        var hasty = await strict.ClientFor(App.Secretary);
        var other = await strict.ClientFor(App.Head);
        await hasty.Ask("me");
        await hasty.Ask("me");

        var answer = await hasty.Ask("me");

        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Message.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.Ask("me")).Status);
    }
}
