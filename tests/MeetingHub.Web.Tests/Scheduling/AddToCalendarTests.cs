using System.Net;
using Ical.Net.CalendarComponents;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Series;
using MeetingHub.Web.Tests.Api;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class AddToCalendarTests : IAsyncDisposable
{
    private const string Awkward = "Дах & «мур» 100 % + #4?\"=;";

    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_file_behind_a_personal_link_is_the_same_event_as_the_letters()
    {
        var id = await app.DemoMeeting;
        await MoveByAnHour(id);
        var link = await Link(id);

        using var answer = await app.CreateClient().GetAsync($"{link}/meeting.ics");
        var file = await Event(answer);
        var mailed = await Mailed(id);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("meeting.ics", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(1, file.Sequence);
        AssertSame(mailed, file);
        Assert.EndsWith(link, file.Url!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_of_a_series_is_the_same_exception_as_in_the_letters()
    {
        var series = await Series();
        var id = await app.Ask(db =>
            db.SeriesMeetings.Where(m => m.SeriesId == series)
                .OrderBy(m => m.Original)
                .Select(m => m.MeetingId)
                .Skip(1)
                .FirstAsync()
        );
        await MoveByAnHour(id);
        var secretary = await SignIn.As(app, App.Secretary);

        var file = await Event(await secretary.GetAsync($"/meetings/{id}/meeting.ics"));
        var mailed = await Mailed(id);

        AssertSame(mailed, file);
        Assert.Equal($"{series:N}@meetinghub", file.Uid);
        Assert.Equal(
            mailed.RecurrenceIdentifier!.StartTime.Value.ToString("s", null),
            file.RecurrenceIdentifier!.StartTime.Value.ToString("s", null)
        );
    }

    [Fact]
    public async Task A_cancelled_meeting_is_struck_out_in_the_calendar_too()
    {
        var id = await app.DemoMeeting;
        await (await app.ClientFor(App.Secretary)).Post($"meetings/{id}/cancel", new { reason = "alert" });

        var file = await Event(await app.CreateClient().GetAsync($"{await Link(id)}/meeting.ics"));

        Assert.Equal(("CANCELLED", 1), (file.Status, file.Sequence));
    }

    [Fact]
    public async Task Forged_revoked_and_foreign_callers_get_no_file()
    {
        var id = await app.DemoMeeting;
        var link = await Link(id);
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        await app.Services.GetRequiredService<Secretariat>().RevokeLinks(id, greffe, (await Seat(id)).Id);
        var anyone = app.CreateClient(new() { AllowAutoRedirect = false });
        var unasked = await SignIn.As(app, App.Interpreter);

        Assert.Equal(HttpStatusCode.NotFound, await Status(anyone, $"/i/{new string('a', 43)}/meeting.ics"));
        Assert.Equal(HttpStatusCode.Gone, await Status(anyone, $"{link}/meeting.ics"));
        Assert.Equal(HttpStatusCode.Redirect, await Status(anyone, $"/meetings/{id}/meeting.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(unasked, $"/meetings/{id}/meeting.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(unasked, $"/meetings/{Guid.NewGuid()}/meeting.ics"));
    }

    [Fact]
    public void Guessing_links_by_the_file_is_slowed_down_like_guessing_them_by_the_page()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        string? Limit(string route) =>
            routes
                .First(e => e.RoutePattern.RawText!.TrimStart('/').Equals(route, StringComparison.OrdinalIgnoreCase))
                .Metadata.GetMetadata<EnableRateLimitingAttribute>()
                ?.PolicyName;

        Assert.NotNull(Limit("i/{token}/meeting.ics"));
        Assert.Equal(Limit("i/{token}"), Limit("i/{token}/meeting.ics"));
    }

    [Fact]
    public async Task Services_get_title_time_and_page_and_neither_the_personal_link_nor_the_video_calls()
    {
        var id = await app.DemoMeeting;
        var link = await Link(id);
        var page = await new Desk(app).Read(link);

        var links = page.QuerySelectorAll(".add-to-calendar a[target=_blank]").ToList();

        Assert.Equal(2, links.Count);
        Assert.All(
            links,
            a =>
            {
                var query = QueryHelpers.ParseQuery(new Uri(a.GetAttribute("href")!).Query);
                Assert.Contains("noopener", a.GetAttribute("rel")!, StringComparison.Ordinal);
                Assert.Contains(query.Values, v => v.ToString().EndsWith($"/meetings/{id}", StringComparison.Ordinal));
                Assert.DoesNotContain(query.Values, v => v.ToString().Contains("/i/", StringComparison.Ordinal));
                Assert.DoesNotContain(query.Values, v => v.ToString().Contains("video.", StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public async Task A_title_of_awkward_signs_arrives_whole_and_times_arrive_in_utc()
    {
        var program = await app.ClientFor(App.Secretary);
        var made = await program.Post("meetings", await Given.Meeting(app, new { uk = Awkward, fr = Awkward }));
        var plan = (await app.Meeting(made.Id))!.Plan;
        var desk = await Desk.Of(app, App.Secretary, "uk");

        var hrefs = (await desk.Read($"/meetings/{made.Id}"))
            .QuerySelectorAll(".add-to-calendar a[target=_blank]")
            .Select(a => new Uri(a.GetAttribute("href")!))
            .ToList();

        var google = QueryHelpers.ParseQuery(hrefs[0].Query);
        var outlook = QueryHelpers.ParseQuery(hrefs[1].Query);
        Assert.Equal(("calendar.google.com", "outlook.live.com"), (hrefs[0].Host, hrefs[1].Host));
        Assert.Equal((Awkward, Awkward), (google["text"].ToString(), outlook["subject"].ToString()));
        Assert.Equal($"{plan.Start:uuuuMMdd'T'HHmmss'Z'}/{plan.End:uuuuMMdd'T'HHmmss'Z'}", google["dates"]);
        Assert.Equal($"{plan.Start:g}", outlook["startdt"]);
        Assert.Equal($"{plan.End:g}", outlook["enddt"]);
    }

    private static void AssertSame(CalendarEvent mailed, CalendarEvent file)
    {
        Assert.Equal((mailed.Uid, mailed.Sequence), (file.Uid, file.Sequence));
        Assert.Equal(mailed.DtStamp!.AsUtc, file.DtStamp!.AsUtc);
        Assert.Equal((mailed.DtStart!.AsUtc, mailed.DtEnd!.AsUtc), (file.DtStart!.AsUtc, file.DtEnd!.AsUtc));
    }

    private static async Task<CalendarEvent> Event(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("METHOD:PUBLISH", text, StringComparison.Ordinal);
        return Ical.Net.Calendar.Load(text)!.Events.Single();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path) =>
        (await client.GetAsync(path)).StatusCode;

    /// <summary>The event in the last letter to the partner's head.</summary>
    private async Task<CalendarEvent> Mailed(Guid meeting)
    {
        var person = await app.PersonOf(App.PartnerHead);
        var message = await app.Ask(db =>
            db.Outbox.AsNoTracking()
                .Where(m => m.MeetingId == meeting && m.PersonId == person.Id)
                .OrderByDescending(m => m.CreatedAt)
                .FirstAsync()
        );
        var writer = app.Services.GetServices<ILetterWriter>().Single(w => w.Writes(message.Kind));
        return Ical
            .Net.Calendar.Load((await writer.Write(message, CancellationToken.None))!.Calendar!)!
            .Events.Single();
    }

    private async Task MoveByAnHour(Guid id)
    {
        var meeting = (await app.Meeting(id))!;
        var plan = meeting.Plan with
        {
            Local = meeting.Plan.Local.PlusHours(1),
            Start = meeting.Plan.Start + Duration.FromHours(1),
        };
        var caller = new Caller((await app.PersonOf(App.Secretary)).Id, null, Side.Host, true);
        var secretariat = app.Services.GetRequiredService<Secretariat>();
        Assert.Null((await secretariat.Revise(id, caller, Guid.NewGuid(), meeting.PlanRevision, plan)).Refusal);
    }

    private async Task<Guid> Series()
    {
        var desk = await Desk.Of(app, App.Secretary);
        await desk.Send(
            await desk.Read("/meetings/new"),
            "form[data-once]",
            ("Form.TitleUk", "Група"),
            ("Form.TitleFr", "Comité"),
            ("Form.Date", "2027-01-12"),
            ("Form.Time", "15:00"),
            ("Form.Repeats", "Monthly"),
            ("Form.Times", "3")
        );
        return Guid.Parse(desk.At["/series/".Length..]);
    }

    private async Task<string> Link(Guid id)
    {
        var seat = await Seat(id);
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        var made = await app.Services.GetRequiredService<Secretariat>().NewLink(id, greffe, seat.Id);
        return $"/i/{made.Links[seat.Id]}";
    }

    private async Task<Seat> Seat(Guid id) =>
        (await app.Meeting(id))!.SeatOf((await app.PersonOf(App.PartnerHead)).Id)!;
}
