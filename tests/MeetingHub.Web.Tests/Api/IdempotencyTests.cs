using System.Net;
using MeetingHub.Web.Api;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class IdempotencyTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_same_request_under_the_same_key_gets_the_same_answer()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var meeting = await Given.Meeting(app, new { en = "Twice" });

        var first = await secretary.Post("meetings", meeting, "twice");
        var again = await secretary.Post("meetings", meeting, "twice");

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(first.Message.Headers.Location, again.Message.Headers.Location);
        Assert.Equal(1, await Given.MeetingsTitled(app, "Twice"));
    }

    [Fact]
    public async Task Many_at_the_same_moment_happen_once()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var meeting = await Given.Meeting(app, new { en = "At once" });

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => secretary.Post("meetings", meeting, "at-once"))
        );

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Equal(1, await Given.MeetingsTitled(app, "At once"));
    }

    [Fact]
    public async Task Another_request_under_a_used_key_is_refused()
    {
        var secretary = await app.ClientFor(App.Secretary);
        await secretary.Post("meetings", await Given.Meeting(app), "used");

        var other = await secretary.Post("meetings", await Given.Meeting(app, new { en = "Other" }), "used");
        var elsewhere = await secretary.Post("people", new { name = "Хтось", language = "uk" }, "used");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.Status, other.Code));
        Assert.Equal("idempotency_key_reused", elsewhere.Code);
    }

    [Fact]
    public async Task Two_people_may_draw_the_same_key()
    {
        var ours = await app.ClientFor(App.Secretary);
        var theirs = await app.ClientFor(App.PartnerSecretary);
        var body = new { name = "Sam Person", language = "en" };

        var one = await ours.Post("people", body, "shared");
        var two = await theirs.Post("people", body, "shared");

        Assert.NotEqual(one.Id, two.Id);
    }

    [Fact]
    public async Task When_the_answer_was_lost_with_the_server_the_repetition_gets_what_was_done()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var meeting = await Given.Meeting(app, new { en = "Lost" });
        var person = new
        {
            name = "Загублена Відповідь",
            language = "uk",
            email = "lost@izium.example",
        };
        var done = await secretary.Post("meetings", meeting, "lost");
        var made = await secretary.Post("people", person, "lost-person");
        var deck = await secretary.Upload(Given.Deck, "lost-deck");
        var item = await secretary.Post($"meetings/{done.Id}/action-items", Given.Wording, "lost-item");
        var guests = await app.Ask(db => db.People.CountAsync());

        await app.Ask(db => db.Idempotency.ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, 0)));

        Assert.Equal(done.Id, (await secretary.Post("meetings", meeting, "lost")).Id);
        Assert.Equal(made.Id, (await secretary.Post("people", person, "lost-person")).Id);
        Assert.Equal(deck.Id, (await secretary.Upload(Given.Deck, "lost-deck")).Id);
        Assert.Equal(
            item.Id,
            (await secretary.Post($"meetings/{done.Id}/action-items", Given.Wording, "lost-item")).Id
        );
        Assert.Single((await app.Meeting(done.Id))!.Items);
        Assert.Equal(guests, await app.Ask(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task The_same_file_is_the_same_request_whatever_stands_between_its_parts()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var first = await secretary.Upload(Given.Deck, "file");
        var again = await secretary.Upload(Given.Deck, "file");
        var other = await secretary.Upload(Given.FaultyDeck, "file");

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("idempotency_key_reused", other.Code);
    }

    [Fact]
    public async Task A_refused_request_may_be_mended_and_tried_again()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var refused = await secretary.Post("people", new { name = "Хтось", language = "xx" }, "mended");
        var mended = await secretary.Post("people", new { name = "Хтось", language = "uk" }, "mended");

        Assert.Equal("language_unknown", refused.Code);
        Assert.Equal(HttpStatusCode.Created, mended.Status);
    }

    [Fact]
    public async Task A_link_is_given_again_and_yet_does_not_lie_open_in_the_database()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = await Given.Scheduled(app, secretary);
        var guest = (await app.Meeting(id))!.Seats.Values.Single(s => !s.HasAccount).Id;

        var first = await secretary.Post($"meetings/{id}/people/{guest}/links", key: "link");
        var again = await secretary.Post($"meetings/{id}/people/{guest}/links", key: "link");

        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        var kept = await app.Ask(db => db.Idempotency.Where(r => r.Key == "link").Select(r => r.Body).SingleAsync());
        Assert.DoesNotContain("/i/", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_forgotten_after_seven_days()
    {
        await using var fresh = new App();
        var me = (await fresh.PersonOf(App.Secretary)).Id;
        await fresh.Ask(db =>
        {
            db.Idempotency.Add(
                new IdempotencyRecord
                {
                    PersonId = me,
                    Key = "old",
                    RequestHash = "",
                    Status = 200,
                    At = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(8),
                }
            );
            return db.SaveChangesAsync();
        });
        var secretary = await fresh.ClientFor(App.Secretary);

        await secretary.Post("people", new { name = "Хтось", language = "uk" }, "new");

        var keys = await fresh.Ask(db => db.Idempotency.Select(r => r.Key).ToListAsync());
        Assert.Equal(["new"], keys);
    }

    [Fact]
    public async Task A_key_without_bounds_is_refused()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var answer = await secretary.Post("people", new { name = "Хтось", language = "uk" }, new string('k', 201));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (answer.Status, answer.Code));
    }
}
