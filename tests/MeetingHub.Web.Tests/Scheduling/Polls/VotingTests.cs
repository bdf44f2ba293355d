using System.Net;
using MeetingHub.Domain.Polls;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Polls;

public sealed class VotingTests : IAsyncDisposable
{
    private readonly GivenPolls given = new();

    public ValueTask DisposeAsync() => given.DisposeAsync();

    [Fact]
    public async Task An_answer_is_given_without_an_account_and_changed_later()
    {
        var (_, id) = await given.Offered();
        var mayor = new Desk(given.App, "fr");
        var page = await GivenPolls.Vote(mayor, given.LinkOf(App.PartnerHead), Vote.Yes, Vote.IfNeedBe, Vote.No);

        Assert.Contains("Enregistré\u00A0: 10:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Vote.Yes, Vote.IfNeedBe, Vote.No], await VotesOf(id));
        given.Clock.AdvanceMinutes(3);
        page = await GivenPolls.Vote(mayor, given.LinkOf(App.PartnerHead), null, Vote.Yes);
        Assert.Contains("Enregistré\u00A0: 10:03", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Vote.Yes, Vote.Yes, Vote.No], await VotesOf(id));
    }

    [Fact]
    public async Task Every_time_is_a_group_that_a_screen_reader_names_with_three_answers()
    {
        await given.Offered();
        var page = await new Desk(given.App, "fr").Read(given.LinkOf(App.PartnerHead));

        var groups = page.QuerySelectorAll("fieldset.option");
        Assert.Equal(3, groups.Length);
        Assert.Contains(
            "mardi, 1 décembre 2026 09:00–10:00 Paris",
            Plain(groups[0].QuerySelector("legend")!.TextContent),
            StringComparison.Ordinal
        );
        Assert.Contains("Kyïv 10:00–11:00", Plain(groups[0].TextContent), StringComparison.Ordinal);
        Assert.All(groups, g => Assert.Equal(3, g.QuerySelectorAll("label > input[type=radio]").Length));
    }

    [Fact]
    public async Task A_voter_sees_counts_and_no_names_when_the_time_is_over()
    {
        var (_, id) = await given.Offered();
        await GivenPolls.Vote(new Desk(given.App), given.LinkOf(App.PartnerHead), Vote.Yes, Vote.No, Vote.No);
        var late = new Desk(given.App);
        var page = await late.Read(given.LinkOf(App.Head));
        given.Clock.Reset(Instant.FromUtc(2026, 11, 25, 16, 0));

        var refused = await late.Send(page, "form:has(.votes)", GivenPolls.Marks(page, Vote.Yes));
        Assert.Empty((await given.BallotOf(id, App.Head)).Votes);
        Assert.Contains("завершено", GivenPolls.Problem(refused), StringComparison.Ordinal);
        var result = await new Desk(given.App).Read(given.LinkOf(App.Head));
        Assert.Empty(result.QuerySelectorAll("form:has(.votes)"));
        Assert.Contains("так: 1", result.QuerySelector("li.option")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Dominique", result.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_window_saved_is_not_overwritten_unseen()
    {
        var (_, id) = await given.Offered();
        var link = given.LinkOf(App.PartnerHead);
        var (one, two) = (new Desk(given.App), new Desk(given.App));
        var (first, second) = (await one.Read(link), await two.Read(link));
        await one.Send(first, "form:has(.votes)", GivenPolls.Marks(first, Vote.Yes, Vote.Yes, Vote.Yes));
        var asked = await two.Send(second, "form:has(.votes)", GivenPolls.Marks(second, Vote.No, Vote.No, Vote.No));

        Assert.Contains("depuis une autre fenêtre", GivenPolls.Problem(asked), StringComparison.Ordinal);
        Assert.Equal([Vote.Yes, Vote.Yes, Vote.Yes], await VotesOf(id));
        // What they marked stands in the form; saved again it counts.
        await two.Send(asked, "form:has(.votes)", ("Form.Do", "save"));
        Assert.Equal([Vote.No, Vote.No, Vote.No], await VotesOf(id));
    }

    [Fact]
    public async Task Another_zone_and_language_are_remembered_and_no_mark_is_lost()
    {
        var (_, id) = await given.Offered(
            ("Form.Newcomers[0].Name", "Joan"),
            ("Form.Newcomers[0].Email", "joan@example.org")
        );
        var joan = new Desk(given.App);
        var page = await joan.Read(given.LinkOf("joan@example.org"));
        page = await joan.Send(
            page,
            "form:has(.votes)",
            [
                .. GivenPolls.Marks(page, Vote.Yes),
                ("Form.Do", "show"),
                ("Form.Tongue", "en"),
                ("Form.Zone", "America/New_York"),
            ]
        );

        Assert.Contains("03:00–04:00", page.QuerySelector("legend.vote-time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Yes", page.QuerySelector("input[checked]")!.GetAttribute("value"));
        var person = await given.App.PersonOf("joan@example.org");
        Assert.Equal(("en", "America/New_York"), (person.Language, person.Zone));
        Assert.Single((await given.BallotOf(id, "joan@example.org")).Votes);
    }

    [Fact]
    public async Task Nothing_marked_is_said_and_not_saved()
    {
        var (_, id) = await given.Offered();
        var desk = new Desk(given.App);
        var page = await desk.Read(given.LinkOf(App.PartnerHead));
        page = await desk.Send(page, "form:has(.votes)", ("Form.Do", "save"));

        Assert.Contains("Rien n’est encore coché", GivenPolls.Problem(page), StringComparison.Ordinal);
        Assert.Null((await given.BallotOf(id, App.PartnerHead)).SavedAt);
    }

    [Fact]
    public async Task A_link_does_not_change_the_settings_of_an_account()
    {
        await given.Offered();
        var desk = new Desk(given.App);
        var page = await desk.Read(given.LinkOf(App.PartnerHead));
        await desk.Send(
            page,
            "form:has(.votes)",
            ("Form.Do", "show"),
            ("Form.Tongue", "en"),
            ("Form.Zone", "Asia/Tokyo")
        );

        Assert.Equal("Europe/Paris", (await given.App.PersonOf(App.PartnerHead)).Zone);
        Assert.Contains(
            "17:00–18:00",
            (await desk.Read(given.LinkOf(App.PartnerHead))).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_letter()
    {
        await given.Offered();
        var link = given.LinkOf(App.PartnerHead);

        Assert.Equal("fr", (await new Desk(given.App).Read(link)).DocumentElement.GetAttribute("lang"));
        // A browser that keeps no cookies is not sent round for ever.
        using var forgetful = given.App.CreateDefaultClient();
        var sent = await forgetful.GetAsync(link, TestContext.Current.CancellationToken);
        var read = await forgetful.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (sent.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task A_forged_link_is_nothing_and_an_ended_one_says_so()
    {
        var (desk, id) = await given.Offered();
        var guest = new Desk(given.App);
        foreach (var forged in new[] { "/p/" + new string('A', 32), "/p/short", "/p/" + id })
        {
            await guest.Read(forged);
            Assert.Equal(HttpStatusCode.NotFound, guest.Status);
        }

        var head = (await given.App.PersonOf(App.Head)).Id;
        var page = await desk.Send(await desk.Read($"/polls/{id}"), "form#link", ("Voter", head.ToString()));
        var fresh = new Uri(page.QuerySelector(".secret")!.TextContent.Trim()).AbsolutePath;
        await guest.Read(given.LinkOf(App.Head));
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        await guest.Read(fresh);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
    }

    [Fact]
    public async Task A_comment_reaches_the_secretaries_as_text()
    {
        var (desk, id) = await given.Offered();
        var mayor = new Desk(given.App);
        var page = await mayor.Read(given.LinkOf(App.PartnerHead));
        await mayor.Send(
            page,
            "form:has(.votes)",
            [.. GivenPolls.Marks(page, Vote.No), ("Form.Comment", "Pas le matin <script>alert(1)</script>")]
        );

        var sheet = await desk.Read($"/polls/{id}");
        Assert.Contains("Pas le matin <script>", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(sheet.QuerySelectorAll("main section script"));
    }

    [Fact]
    public async Task A_form_without_the_pages_own_token_changes_nothing()
    {
        var (_, id) = await given.Offered();
        using var client = given.App.CreateClient();
        var option = (await given.Poll(id)).Poll.Options[0].Id;
        var answer = await client.PostAsync(
            given.LinkOf(App.PartnerHead),
            new FormUrlEncodedContent([new("_handler", "vote"), new($"Form.Votes[{option}]", "Yes")]),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await given.App.Ask(db => db.PollBallots.CountAsync()));
    }

    private async Task<IEnumerable<Vote>> VotesOf(Guid id)
    {
        var ballot = await given.BallotOf(id, App.PartnerHead);
        return (await given.Poll(id)).Poll.Options.Select(o => ballot.Votes[o.Id]);
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
