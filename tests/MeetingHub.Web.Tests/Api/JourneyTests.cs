using System.Net;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class JourneyTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_meeting_is_scheduled_prepared_and_its_action_item_agreed_by_programs_alone()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var head = await app.ClientFor(App.Head);
        var theirSecretary = await app.ClientFor(App.PartnerSecretary);
        var maire = await app.ClientFor(App.PartnerHead);

        var scheduled = await secretary.Post("meetings", await Given.Meeting(app));
        Assert.Equal(HttpStatusCode.Created, scheduled.Status);
        var meeting = $"meetings/{scheduled.Id}";
        Assert.Equal($"/api/v1/{meeting}", scheduled.Message.Headers.Location!.OriginalString);

        var deck = await secretary.Upload(Given.Deck);
        Assert.Equal(HttpStatusCode.Created, deck.Status);
        Assert.Equal(0, deck.Body.GetProperty("problems").GetArrayLength());
        var version = await secretary.Post($"decks/{deck.Id}/publish");
        var placed = await secretary.Post($"{meeting}/deck", new { deckId = deck.Id });
        Assert.Equal(deck.Id, placed.Body.GetProperty("deckId").GetGuid());
        var versions = await secretary.Ask($"decks/{deck.Id}/versions");
        Assert.Equal(
            version.Text("version"),
            Assert.Single(versions.Body.EnumerateArray()).GetProperty("version").GetString()
        );

        var maireSeat = (await theirSecretary.Ask(meeting))
            .Body.GetProperty("seats")
            .EnumerateArray()
            .Single(s => s.GetProperty("side").GetString() == "partner" && s.GetProperty("role").GetString() == "head");
        await theirSecretary.Post($"{meeting}/people/{maireSeat.GetProperty("seatId")}/represent");

        var item = await theirSecretary.Post($"{meeting}/action-items", Given.Wording);
        var its = $"{meeting}/action-items/{item.Id}";
        var hash = new { hash = item.Text("hash") };
        Assert.Equal("proposed", (await head.Post($"{its}/confirm", hash)).Text("status"));
        Assert.Equal("agreed", (await maire.Post($"{its}/confirm", hash)).Text("status"));

        Assert.Equal("in_progress", (await secretary.Post($"{its}/start")).Text("status"));
        Assert.Equal("done", (await secretary.Post($"{its}/done", new { note = "Надіслано" })).Text("status"));
        var done = await secretary.Ask("action-items?status=done&side=host");
        Assert.Contains(done.Body.EnumerateArray(), e => e.GetProperty("item").GetProperty("id").GetGuid() == item.Id);
        var record = await maire.Ask($"{meeting}/record");
        Assert.Equal("meetinghub-record/1", record.Text("format"));
    }

    [Fact]
    public async Task Both_sides_drop_an_item_and_either_may_think_again()
    {
        var ours = await app.ClientFor(App.Secretary);
        var theirs = await app.ClientFor(App.PartnerSecretary);
        var items = $"meetings/{await Given.Scheduled(app, ours)}/action-items";
        var item = $"{items}/{(await ours.Post(items, Given.Wording)).Id}";

        await ours.Post($"{item}/drop");
        Assert.Equal("proposed", (await ours.Post($"{item}/keep")).Text("status"));
        await ours.Post($"{item}/drop");
        Assert.Equal("dropped", (await theirs.Post($"{item}/drop")).Text("status"));
        Assert.Equal("already_ended", (await ours.Put(item, new { basedOn = 1, wording = Given.Wording })).Code);
    }

    [Fact]
    public async Task A_guest_without_an_address_gets_a_link_that_is_shown_once_and_can_be_revoked()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var id = await Given.Scheduled(app, secretary);
        var guest = (await secretary.Ask($"meetings/{id}"))
            .Body.GetProperty("seats")
            .EnumerateArray()
            .Single(s => s.GetProperty("name").GetString() == "Inès Invitée")
            .GetProperty("seatId")
            .GetGuid();

        var given = await secretary.Post($"meetings/{id}/people/{guest}/links");
        Assert.Contains(
            "/i/",
            given.Body.GetProperty("links").GetProperty($"{guest}").GetString(),
            StringComparison.Ordinal
        );
        await secretary.Remove($"meetings/{id}/people/{guest}/links");
        Assert.All((await app.Meeting(id))!.Links.Values.Where(l => l.SeatId == guest), l => Assert.True(l.IsRevoked));

        await secretary.Remove($"meetings/{id}/people/{guest}");
        Assert.True((await app.Meeting(id))!.Seats[guest].IsRemoved);
    }

    [Fact]
    public async Task Nobody_is_written_to_when_a_program_says_so()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var meeting = new
        {
            title = Given.Title,
            local = Given.NextMonth,
            zone = "Europe/Kyiv",
            minutes = 30,
            partnerId = await Given.Partner(app),
            notify = false,
            people = new[] { new { personId = (await app.PersonOf(App.Head)).Id } },
        };

        var id = (await secretary.Post("meetings", meeting)).Id;

        Assert.False(await app.Ask(db => Task.FromResult(db.Outbox.Any(m => m.MeetingId == id))));
    }

    [Fact]
    public async Task The_list_goes_on_before_the_last_start_that_it_showed()
    {
        var secretary = await app.ClientFor(App.Secretary);
        await Given.Scheduled(app, secretary);
        await Given.Scheduled(app, secretary);

        var first = (await secretary.Ask("meetings?limit=1")).Body.EnumerateArray().ToList();
        var last = first[^1].GetProperty("start").GetString()!;
        var next = (
            await secretary.Ask($"meetings?limit=200&before={Uri.EscapeDataString(last)}")
        ).Body.EnumerateArray();

        var all = (await secretary.Ask("meetings?limit=200"))
            .Body.EnumerateArray()
            .Select(m => m.GetProperty("id").GetGuid());
        Assert.Equal(all.Order(), first.Concat(next).Select(m => m.GetProperty("id").GetGuid()).Order());
    }
}
