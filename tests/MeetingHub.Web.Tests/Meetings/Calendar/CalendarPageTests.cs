using System.Net;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

/// <summary>It is Tuesday, 20 October 2026; the demo's meeting is a week later, after the clocks of both sides went back.</summary>
public sealed class CalendarPageTests : IAsyncDisposable
{
    private readonly App app = new() { Clock = new FakeClock(Instant.FromUtc(2026, 10, 20, 9, 0)) };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_week_shows_hours_and_meetings_by_both_sides_clocks()
    {
        var week = await Read(App.Secretary, "view=week&date=2026-10-27");

        Assert.Equal(["Kyiv", "Paris"], week.QuerySelectorAll(".week .hours .head").Select(h => h.TextContent));
        var entry = week.QuerySelector(".week .day:nth-of-type(2) .blocks a")!;
        Assert.Contains("15:00–16:00 · 14:00–15:00 Paris", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/meetings/{await app.DemoMeeting}", entry.GetAttribute("href"));
        Assert.NotEmpty(week.QuerySelectorAll(".shades .curfew").Concat(week.QuerySelectorAll(".shades .off")));
        Assert.Null(week.QuerySelector("[style]"));
    }

    [Fact]
    public async Task The_other_side_reads_the_same_week_by_its_own_clock_first()
    {
        var week = await Read(App.PartnerSecretary, "view=week&date=2026-10-27");

        Assert.Equal(["Paris", "Kyiv"], week.QuerySelectorAll(".week .hours .head").Select(h => h.TextContent));
        Assert.Contains(
            "14:00–15:00 · 15:00–16:00 Kyiv",
            week.QuerySelector(".blocks a")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_month_is_a_table_with_today_marked_and_titles_in_the_readers_language()
    {
        var month = await Read(App.Secretary, "view=month&date=2026-10-20", "uk");

        Assert.Equal("жовтень 2026", month.QuerySelector("h1")!.TextContent);
        Assert.Equal(7, month.QuerySelectorAll("table.month th[scope=col]").Length);
        Assert.Equal("20", month.QuerySelector("td[aria-current=date] .day > [aria-hidden]")!.TextContent);
        var entry = month.QuerySelector("table.month li a")!;
        Assert.Contains("Знайомство громад", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("15:00 · 14:00 Париж", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_each_meeting_with_both_clocks_and_both_communities()
    {
        var agenda = await Read(App.Head, "view=agenda&date=2026-10-20");

        Assert.Equal("Tuesday, 27 October 2026", agenda.QuerySelector("main h2")!.TextContent.Trim());
        var card = agenda.QuerySelector("main .card")!.TextContent;
        Assert.All(
            ["15:00–16:00", "14:00–15:00", "Izium community – Chennevières-sur-Marne", "scheduled"],
            text => Assert.Contains(text, card, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_day_on_which_clocks_change_is_marked_in_each_view()
    {
        var week = await Read(App.Secretary, "view=week&date=2026-10-25");
        Assert.Contains(
            "Sunday, 25 October 2026: clocks go back in Kyiv, Paris",
            week.QuerySelector(".notice.warn")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("25 Oct", week.QuerySelector(".day:has(.change) h2")!.TextContent, StringComparison.Ordinal);

        var month = await Read(App.Secretary, "view=month&date=2026-10-25");
        Assert.Contains("25 October", month.QuerySelector("td:has(.change)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_in_which_one_side_alone_changes_its_clock_says_what_holds_from_when()
    {
        await WithNewYork("A call overseas");

        var week = await Read(App.Secretary, "view=week&date=2026-10-21&zone=America/New_York");

        Assert.Equal(["Kyiv", "New York"], week.QuerySelectorAll(".week .hours .head").Select(h => h.TextContent));
        Assert.Contains(
            "From Sunday, 25 October 2026 on, 09:00 in Kyiv is 03:00 in New York.",
            week.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["America/New_York", "Europe/Paris"],
            week.QuerySelectorAll("select[name=zone] option").Select(o => o.GetAttribute("value")!)
        );
        Assert.Contains(
            "zone=America%2FNew_York",
            week.QuerySelector("a[rel=next]")!.GetAttribute("href")!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_cancelled_meeting_is_struck_out_and_said_to_be_cancelled()
    {
        var program = await app.ClientFor(App.Secretary);
        await program.Post($"meetings/{await app.DemoMeeting}/cancel", new { reason = "alert" });

        foreach (var view in new[] { "month", "week", "agenda" })
        {
            var page = await Read(App.Secretary, $"view={view}&date=2026-10-27");
            var title = page.QuerySelector("main a.struck")!;
            Assert.Contains("cancelled", title.ParentElement!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_peoples_meetings_are_not_shown()
    {
        var (a, b) = (await Community("A", "Europe/Warsaw"), await Community("B", "Asia/Tokyo"));
        await Row(a, b, "None of your business");

        foreach (var view in new[] { "month", "week", "agenda" })
        {
            var page = await Read(App.Secretary, $"view={view}&date=2026-10-27");
            Assert.DoesNotContain("None of your business", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Tokyo", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_reads_a_calendar_without_signing_in()
    {
        var stranger = new Desk(app);
        await stranger.Read("/calendar");
        Assert.StartsWith("/sign-in", stranger.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_shows_this_month()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/calendar?view=%3Cb%3E&date=31.10.2026&zone=%22%3E%3Cscript%3E");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal("October 2026", page.QuerySelector("h1")!.TextContent);
    }

    private async Task<IHtmlDocument> Read(string email, string query, string language = "en")
    {
        var desk = await Desk.Of(app, email, language);
        return await desk.Read($"/calendar?{query}");
    }

    private async Task WithNewYork(string title) =>
        await Row(
            (await app.PersonOf(App.Secretary)).CommunityId!.Value,
            await Community("Albany", "America/New_York"),
            title
        );

    private async Task<Guid> Community(string name, string zone)
    {
        var community = new Community
        {
            Id = Guid.CreateVersion7(),
            Name = LocalText.Of(("en", name)),
            Country = "US",
            Zone = zone,
            Language = "en",
        };
        await app.Ask(db =>
        {
            db.Communities.Add(community);
            return db.SaveChangesAsync();
        });
        return community.Id;
    }

    private Task<int> Row(Guid host, Guid partner, string title) =>
        app.Ask(db =>
        {
            db.Meetings.Add(
                new MeetingRow
                {
                    Id = Guid.CreateVersion7(),
                    HostId = host,
                    PartnerId = partner,
                    Title = LocalText.Of(("en", title)),
                    Status = MeetingStatus.Scheduled,
                    Start = Instant.FromUtc(2026, 10, 27, 13, 0),
                    Minutes = 60,
                    Zone = "Europe/Kyiv",
                }
            );
            return db.SaveChangesAsync();
        });
}
