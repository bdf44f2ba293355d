using System.Net;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Tray;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Polls;

public sealed class OfferingTests : IAsyncDisposable
{
    private readonly GivenPolls given = new();

    public ValueTask DisposeAsync() => given.DisposeAsync();

    [Fact]
    public async Task Everyone_who_is_asked_gets_a_letter_in_their_language_and_zone_with_a_link_of_their_own()
    {
        await given.Offered();

        var french = Assert.Single(given.Post.To(App.PartnerHead));
        Assert.Equal("Quel horaire vous convient\u00A0? Accord sur le plan", french.Subject);
        Assert.Contains("mardi, 1 décembre 2026, 09:00 (Kyïv 10:00–11:00)", french.Text, StringComparison.Ordinal);
        Assert.Null(french.Calendar);
        var ukrainian = Assert.Single(given.Post.To(App.Head));
        Assert.Contains("вівторок, 1 грудня 2026, 10:00 (Париж 09:00–10:00)", ukrainian.Text, StringComparison.Ordinal);
        string[] links = [Postbag.LinkIn(french), Postbag.LinkIn(ukrainian), given.LinkOf(GivenPolls.Councillor)];
        Assert.Equal(3, links.Distinct().Count());
        Assert.Contains(links[0], french.Html, StringComparison.Ordinal);
        var database = await given.App.Ask(db => db.PollLinks.Select(l => l.Hash).ToListAsync());
        Assert.DoesNotContain(database, hash => links.Any(l => l.EndsWith(hash, StringComparison.Ordinal)));
        Assert.True(await given.App.Ask(db => db.Outbox.AllAsync(m => m.SubjectId == null || m.Secret == null)));
    }

    [Fact]
    public async Task Found_times_and_people_come_with_the_address()
    {
        var desk = await Desk.Of(given.App, App.Secretary);
        var mayor = await given.App.PersonOf(App.PartnerHead);
        var page = await desk.Read(
            $"/polls/new?at=2026-12-02T08:00:00Z&at=2026-12-01T08:00:00Z&at=nonsense&minutes=90&person={mayor.Id}"
        );

        string Value(string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;
        Assert.Equal(
            ("2026-12-01", "10:00", "90"),
            (Value("Form.Times[0].Date"), Value("Form.Times[0].Time"), Value("Form.Minutes"))
        );
        Assert.Equal("2026-12-02", Value("Form.Times[1].Date"));
        var asked = page.QuerySelectorAll("input[type=checkbox][name$='.Asked']").Where(c => c.HasAttribute("checked"));
        Assert.Contains("Dominique", Assert.Single(asked).ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "09:00–10:30",
            page.QuerySelector("[data-poll-preview]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_rows_without_scripts_keep_what_was_typed()
    {
        var desk = await Desk.Of(given.App, App.Secretary);
        var page = await desk.Read("/polls/new");
        page = await desk.Send(page, "form[data-poll]", [.. await given.Typed(page), ("Do", "rows")]);

        Assert.Equal(8, page.QuerySelectorAll("[data-poll-row]").Length);
        Assert.Equal("11:00", page.QuerySelector("[name='Form.Times[1].Time']")!.GetAttribute("value"));
        Assert.Equal(0, await given.App.Ask(db => db.Polls.CountAsync()));
    }

    [Fact]
    public async Task A_doubled_hour_is_asked_about_and_an_unusual_difference_is_said()
    {
        given.Clock.Reset(Instant.FromUtc(2026, 10, 1, 9, 0));
        var desk = await Desk.Of(given.App, App.Secretary);
        var page = await desk.Read("/polls/new");
        page = await desk.Send(
            page,
            "form[data-poll]",
            [.. await given.Typed(page), ("Form.Times[0].Date", "2026-10-25"), ("Form.Times[0].Time", "03:30")]
        );

        Assert.NotEmpty(GivenPolls.Problem(page));
        Assert.Equal(2, page.QuerySelectorAll("[name='Form.Times[0].Hour']").Length);
        using var client = await given.App.ClientFor(App.Secretary);
        var fragment = await client.GetStringAsync(
            "/polls/times?date=2026-10-27&time=16:00&zone=America/New_York&minutes=60&row=3",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("6 h these days instead of the usual 7 h", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_poll_and_one_letter_each()
    {
        var desk = await Desk.Of(given.App, App.Secretary);
        var page = await desk.Read("/polls/new");
        var typed = await given.Typed(page);
        await desk.Send(page, "form[data-poll]", typed);
        await desk.Send(page, "form[data-poll]", typed);
        await given.Deliver();

        Assert.Equal(1, await given.App.Ask(db => db.Polls.CountAsync()));
        Assert.Single(given.Post.To(App.PartnerHead));
    }

    [Fact]
    public async Task A_newcomer_without_an_account_is_asked_like_everyone()
    {
        var (_, id) = await given.Offered(
            ("Form.Newcomers[0].Name", "Hélène <b>Nouvelle</b>"),
            ("Form.Newcomers[0].Email", "helene@example.org")
        );

        Assert.Equal(6, (await given.Poll(id)).Voters.Count);
        var page = await new Desk(given.App).Read(given.LinkOf("helene@example.org"));
        Assert.Contains("Sondage pour\u00A0: Hélène <b>Nouvelle</b>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main b"));
    }

    [Fact]
    public async Task Both_secretariats_see_the_poll_alike_and_nobody_else_does()
    {
        var (_, id) = await given.Offered();
        var partner = await Desk.Of(given.App, App.PartnerSecretary, "fr");

        var list = await partner.Read("/polls");
        Assert.Contains("Accord sur le plan", list.Body!.TextContent, StringComparison.Ordinal);
        var page = await partner.Read($"/polls/{id}");
        Assert.Contains("Claude Témoin", page.QuerySelector(".ballots")!.TextContent, StringComparison.Ordinal);
        await partner.Send(page, "form:has([name=Closing])");
        Assert.Equal(PollStatus.Closed, (await given.Poll(id)).Poll.Status);

        var head = await Desk.Of(given.App, App.Head);
        await head.Read($"/polls/{id}");
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
        await BecomeAThirdCommunitys(App.PartnerSecretary);
        await partner.Read($"/polls/{id}");
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
        Assert.DoesNotContain("Accord", (await partner.Read("/polls")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_added_is_told_to_everyone_once()
    {
        var (desk, id) = await given.Offered();
        var page = await desk.Read($"/polls/{id}");
        var later = new[] { ("Add.Time.Date", "2026-12-04"), ("Add.Time.Time", "09:00"), ("Add.Zone", "Europe/Paris") };
        await desk.Send(page, "form:has([name='Add.BasedOn'])", [.. later.Select(l => (l.Item1, (string?)l.Item2))]);
        await given.Deliver();

        Assert.Equal(4, (await given.Poll(id)).Poll.Options.Count);
        var letters = given.Post.To(App.PartnerHead);
        Assert.Equal(2, letters.Count);
        Assert.Contains("vendredi, 4 décembre 2026, 09:00", letters[1].Text, StringComparison.Ordinal);
        // The page that was shown before knows nothing of the new time.
        var stale = await desk.Send(page, "form:has([name=Closing])");
        Assert.Contains("meanwhile", GivenPolls.Problem(stale), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PollStatus.Open, (await given.Poll(id)).Poll.Status);
    }

    [Fact]
    public async Task Who_has_not_answered_is_reminded_a_day_before_and_by_hand_once_a_day()
    {
        var (desk, id) = await given.Offered();
        await GivenPolls.Vote(new Desk(given.App), given.LinkOf(App.PartnerHead), Vote.Yes, Vote.No, Vote.No);
        var page = await desk.Read($"/polls/{id}");
        page = await desk.Send(page, "form:has(button:contains('Remind'))");
        await desk.Send(page, "form:has(button:contains('Remind'))");
        await given.Deliver();
        Assert.Equal(2, given.Post.To(App.Head).Count);

        given.Clock.Reset(Instant.FromUtc(2026, 11, 24, 15, 59));
        await given.Deliver();
        Assert.Equal(2, given.Post.To(App.Head).Count);
        given.Clock.Reset(Instant.FromUtc(2026, 11, 24, 16, 0));
        await given.Deliver();

        Assert.Equal("Чекаємо на Вашу відповідь: Узгодження плану", given.Post.To(App.Head)[2].Subject);
        Assert.Single(given.Post.To(App.PartnerHead));
    }

    [Fact]
    public async Task A_deadline_that_moved_takes_its_reminder_along()
    {
        var (desk, id) = await given.Offered();
        var page = await desk.Read($"/polls/{id}");
        await desk.Send(page, "form:has([name='Due.BasedOn'])", ("Due.Time.Date", "2026-11-28"));
        await given.Deliver();
        var told = given.Post.To(App.Head).Count;
        given.Clock.Reset(Instant.FromUtc(2026, 11, 25, 17, 0));
        await given.Deliver();
        Assert.Equal(told, given.Post.To(App.Head).Count);

        given.Clock.Reset(Instant.FromUtc(2026, 11, 27, 17, 0));
        await given.Deliver();
        Assert.Equal(told + 1, given.Post.To(App.Head).Count);
    }

    [Fact]
    public async Task When_the_time_is_over_both_trays_say_so_once()
    {
        var (_, id) = await given.Offered();
        await GivenPolls.Vote(new Desk(given.App), given.LinkOf(App.PartnerHead), Vote.No, Vote.Yes, Vote.No);
        given.Clock.Reset(Instant.FromUtc(2026, 11, 25, 16, 0));
        await given.CloseDue();
        await given.CloseDue();

        var entries = await given.App.Ask(db => db.Tray.Where(e => e.Kind == TrayKind.PollClosed).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal(id, e.SubjectId));
        var tray = await (await Desk.Of(given.App, App.PartnerSecretary, "fr")).Read("/tray");
        Assert.Contains("«\u00A0Accord sur le plan\u00A0» est clos", tray.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("mercredi, 2 décembre 2026, 10:00", tray.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tray.QuerySelector($"a[href='/polls/{id}']"));
    }

    [Fact]
    public async Task A_withdrawn_poll_is_told_and_leads_to_nothing()
    {
        var (desk, id) = await given.Offered();
        await desk.Send(await desk.Read($"/polls/{id}"), "form:has([name=Withdrawing])");
        await given.Deliver();

        var letter = given.Post.To(App.PartnerHead)[^1];
        Assert.Equal("Sondage retiré\u00A0: Accord sur le plan", letter.Subject);
        Assert.Empty(Postbag.LinkIn(letter));
        var page = await desk.Read($"/polls/{id}");
        Assert.Empty(page.QuerySelectorAll("button[form=choose]"));
    }

    [Fact]
    public async Task Names_that_are_erased_or_hostile_are_text_and_nothing_else()
    {
        var (desk, id) = await given.Offered();
        await GivenPolls.Vote(new Desk(given.App), given.LinkOf(App.PartnerHead), Vote.Yes);
        var mayor = (await given.App.PersonOf(App.PartnerHead)).Id;
        await given.App.Ask(db =>
            db.People.Where(p => p.Id == mayor)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "<img src=x onerror=alert(1)>"))
        );
        var councillor = (await given.App.PersonOf(GivenPolls.Councillor)).Id;
        await given.App.Ask(db => db.People.Where(p => p.Id == councillor).ExecuteDeleteAsync());

        var page = await desk.Read($"/polls/{id}");
        Assert.Empty(page.QuerySelectorAll("main img"));
        Assert.Contains("<img src=x", page.QuerySelector(".ballots")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("—", page.QuerySelector(".ballots")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_deed_of_a_secretary_leaves_a_trace()
    {
        var (desk, id) = await given.Offered();
        await desk.Send(await desk.Read($"/polls/{id}"), "form:has(button:contains('Remind'))");
        await desk.Send(await desk.Read($"/polls/{id}"), "form:has([name=Closing])");
        await desk.Send(await desk.Read($"/polls/{id}"), "form:has([name='Due.BasedOn'])");
        var option = (await given.Poll(id)).Poll.Options[0].Id;
        await desk.Send(await desk.Read($"/polls/{id}"), "form#choose", ("Option", option.ToString()));

        var by = (await given.App.PersonOf(App.Secretary)).Id;
        var trace = await given.App.Ask(db =>
            db.Audit.Where(a => a.Subject!.StartsWith(id.ToString()) && a.By == by)
                .OrderBy(a => a.At)
                .Select(a => a.What)
                .ToListAsync()
        );
        Assert.Equal(
            ["poll_closed", "poll_deadline_moved", "poll_decided", "poll_offered", "poll_reminded"],
            trace.Order()
        );
    }

    private async Task BecomeAThirdCommunitys(string email)
    {
        var third = Guid.NewGuid();
        await given.App.Ask(async db =>
        {
            db.Communities.Add(
                new Community
                {
                    Id = third,
                    Name = Domain.Languages.LocalText.Of(("en", "Third")),
                    Country = "PL",
                    Zone = "Europe/Warsaw",
                    Language = "en",
                }
            );
            await db.SaveChangesAsync();
            return await db
                .People.Where(p => p.Email == email)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.CommunityId, third));
        });
    }
}
