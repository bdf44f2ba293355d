using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings;

public sealed class FallbackTests
{
    private static readonly Instant Later = Planned.Start + Duration.FromDays(2);

    [Fact]
    public async Task It_is_agreed_on_the_form_and_told_in_the_letter_its_calendar_and_the_invitation()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.Secretary);
        var form = await desk.Read($"/meetings/{planned.Id}/edit");
        await desk.Send(form, "form[data-once]", ("Form.FallbackDate", "2027-01-22"), ("Form.FallbackTime", "15:00"));
        Assert.Equal(Later, (await planned.Meeting()).Plan.Fallback!.Start);
        await planned.Send();

        var letter = planned.Post.Letters.Single(l => l.ToAddress == planned.Guest.Email);
        Assert.Contains("vendredi, 22 janvier 2027, 14:00", Plain(letter.Text), StringComparison.Ordinal);
        Assert.Contains("vendredi, 22 janvier 2027, 08:00", Plain(letter.Text), StringComparison.Ordinal);
        Assert.Contains("22 janvier 2027", Plain(letter.Html), StringComparison.Ordinal);
        var calendar = letter.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("22 janvier 2027", Plain(calendar), StringComparison.Ordinal);
        var page = await desk.Read($"/i/{letter.Text.Split("/i/")[1][..32]}");
        Assert.Contains("22 January 2027, 14:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "22 January 2027, 15:00",
            (await desk.Read($"/meetings/{planned.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Half_a_fallback_and_one_before_the_end_are_refused_and_nothing_typed_is_lost()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.Secretary);
        var form = await desk.Read($"/meetings/{planned.Id}/edit");
        var page = await desk.Send(form, "form[data-once]", ("Form.FallbackDate", "2027-01-22"));
        Assert.Contains("The fallback must come after", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2027-01-22", page.QuerySelector("[name='Form.FallbackDate']")!.GetAttribute("value"));

        page = await desk.Send(
            page,
            "form[data-once]",
            ("Form.FallbackDate", "2027-01-20"),
            ("Form.FallbackTime", "15:30")
        );
        Assert.Contains("The fallback must come after", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await planned.Meeting()).Plan.Fallback);
    }

    [Fact]
    public async Task In_an_alert_one_press_moves_it_and_everyone_is_written_to_and_reminded_anew()
    {
        await using var planned = await Planned.Make(WithFallback);
        var log = planned.App.Services.GetRequiredService<MeetingLog>();
        planned.Clock.Reset(Planned.Start);
        await log.Do(planned.Id, new Command(null, (m, _) => Attending.Open(m, planned.Secretary)));
        await log.Do(
            planned.Id,
            new Command(null, (m, _) => Attending.Pause(m, planned.Secretary, PauseReason.AirRaidAlert))
        );
        planned.Post.Clear();

        var desk = await Desk.Of(planned.App, App.PartnerSecretary);
        var console = await desk.Read($"/meetings/{planned.Id}");
        Assert.NotNull(console.QuerySelector($"a[href='/meetings/{planned.Id}/fallback']"));
        var page = await desk.Send(await desk.Read($"/meetings/{planned.Id}/fallback"), "main form");
        await planned.Send();

        var meeting = await planned.Meeting();
        Assert.Equal((MeetingStatus.Scheduled, Later), (meeting.Status, meeting.Plan.Start));
        Assert.Contains("Cut off; goes on at the agreed fallback", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, planned.Post.Letters.Count(l => l.CalendarMethod == "REQUEST"));
        Assert.Equal(
            [ReminderKind.Day, ReminderKind.Hour],
            (await planned.Reminders()).Where(m => m.ReminderOf == Later).Select(m => m.Reminder!.Value).Distinct()
        );
        var row = await planned.App.Ask(async db => (await db.Meetings.FindAsync(planned.Id))!);
        Assert.Equal((MeetingStatus.Scheduled, Later), (row.Status, row.Start));
    }

    [Fact]
    public async Task Who_does_not_steer_finds_no_such_page()
    {
        await using var planned = await Planned.Make(WithFallback);
        var desk = await Desk.Of(planned.App, App.PartnerHead);
        await desk.Read($"/meetings/{planned.Id}/fallback");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task A_program_agrees_it_and_moves_there()
    {
        await using var planned = await Planned.Make();
        using var client = await planned.App.ClientFor(App.Secretary);
        var meeting = new
        {
            title = new { fr = "Rencontre" },
            local = "2027-01-20T15:00:00",
            zone = "Europe/Kyiv",
            minutes = 60,
            partnerId = planned.Maire.CommunityId,
            fallback = new { local = "2027-01-22T15:00:00" },
        };
        using var made = await client.PostAsJsonAsync("/api/v1/meetings", meeting);
        var shown = (await made.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("2027-01-22T13:00:00Z", (string?)shown["plan"]!["fallback"]!["start"]);

        using var moved = await client.PostAsync($"/api/v1/meetings/{shown["id"]}/fallback", null);
        shown = (await moved.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("2027-01-22T13:00:00Z", (string?)shown["plan"]!["start"]);
        using var again = await client.PostAsync($"/api/v1/meetings/{shown["id"]}/fallback", null);
        Assert.Equal("fallback_missing", (string?)(await again.Content.ReadFromJsonAsync<JsonNode>())!["code"]);
    }

    [Fact]
    public async Task The_preview_shows_it_at_both_sides()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.Secretary);
        var page = await desk.Read(
            $"/meetings/times?Date=2027-03-20&Time=15:00&Zone=Europe/Kyiv&Minutes=60&Partner={planned.Maire.CommunityId}&FallbackDate=2027-03-28&FallbackTime=03:30"
        );
        Assert.Equal(2, page.QuerySelectorAll("input[name='Form.FallbackHour']").Length);
        page = await desk.Read(
            $"/meetings/times?Date=2027-01-20&Time=15:00&Zone=Europe/Kyiv&Minutes=60&Partner={planned.Maire.CommunityId}&FallbackDate=2027-01-22&FallbackTime=15:00"
        );
        Assert.Contains("22 January 2027, 14:00", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static MeetingPlan WithFallback(MeetingPlan plan) =>
        plan with
        {
            Fallback = new FallbackSlot(new LocalDateTime(2027, 1, 22, 15, 0), "Europe/Kyiv", Later),
        };

    // French puts spaces of another width before its signs.
    private static string Plain(string text) =>
        WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Replace("\\,", ",", StringComparison.Ordinal);
}
