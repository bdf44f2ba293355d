using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// One meeting for the calendar of somebody without mail: as a file, with the same UID as in letters and feeds, and as addresses
/// that fill in a form at Google or Outlook. Those get the meeting's page and neither the personal link, which admits its bearer,
/// nor the video call's.
/// </summary>
public sealed class AddToCalendar(MeetingLog log, Door door, HubDb db, Addresses addresses, IClock clock)
{
    private static readonly InstantPattern Compact = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public async Task<IResult> ByLink(string token, HttpContext http)
    {
        var stop = http.RequestAborted;
        var ticket = await door.ByLink(token, stop);
        var meeting = ticket is null ? null : await log.Find(ticket.MeetingId, stop);
        if (meeting is null || !meeting.Seats.TryGetValue(ticket!.SeatId, out var seat))
            return Results.NotFound();
        var caller = new Caller(ticket.PersonId, seat.Id, seat.Side, false, ticket.LinkId);
        if (Attending.CannotSit(meeting, caller, clock.GetCurrentInstant()) is { } no)
            return Results.StatusCode(no.Status());
        var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == ticket.PersonId, stop);
        return await File(meeting, person.Language, addresses.Invitation(token), http);
    }

    public async Task<IResult> OfAccount(Guid id, HttpContext http)
    {
        if (
            await log.Find(id, http.RequestAborted) is not { } meeting
            || await door.CallerOf(http, meeting) is not { } caller
            || !Attending.IsAt(meeting, caller, clock.GetCurrentInstant())
        )
            return Results.NotFound();
        var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == caller.PersonId, http.RequestAborted);
        return await File(meeting, person.Language, new Uri($"{addresses.RootOf(http.Request)}/meetings/{id}"), http);
    }

    public static Uri Google(MeetingPlan plan, string language, Uri page) =>
        new(
            "https://calendar.google.com/calendar/render"
                + QueryString.Create(
                    (KeyValuePair<string, string?>[])
                        [
                            new("action", "TEMPLATE"),
                            new("text", plan.Title.In(language)),
                            new("dates", $"{Compact.Format(plan.Start)}/{Compact.Format(plan.End)}"),
                            new("details", page.AbsoluteUri),
                            new("location", page.AbsoluteUri),
                        ]
                )
        );

    public static Uri Outlook(MeetingPlan plan, string language, Uri page) =>
        new(
            "https://outlook.live.com/calendar/0/deeplink/compose"
                + QueryString.Create(
                    (KeyValuePair<string, string?>[])
                        [
                            new("path", "/calendar/action/compose"),
                            new("rru", "addevent"),
                            new("subject", plan.Title.In(language)),
                            new("startdt", InstantPattern.General.Format(plan.Start)),
                            new("enddt", InstantPattern.General.Format(plan.End)),
                            new("body", page.AbsoluteUri),
                            new("location", page.AbsoluteUri),
                        ]
                )
        );

    private async Task<IResult> File(Meeting meeting, string language, Uri link, HttpContext http)
    {
        var identity = await CalendarIdentity.Of(db, meeting, http.RequestAborted);
        var entry = new FeedEntry(
            identity.Id,
            identity.Sequence,
            identity.Stamp,
            meeting.Status == MeetingStatus.Cancelled,
            meeting.Plan.Start,
            Duration.FromMinutes(meeting.Plan.Minutes),
            meeting.Plan.Zone,
            meeting.Plan.Title.In(language),
            string.Join('\n', meeting.Plan.Agenda.Select(a => $"– {a.Title.In(language)}")),
            meeting.Plan.VideoLink ?? "",
            link,
            identity.Instance
        );
        // The file carries a link that admits its bearer: it stays in no cache on the way.
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(
            System.Text.Encoding.UTF8.GetBytes(EventFile.Write(entry)),
            "text/calendar; charset=utf-8; method=PUBLISH",
            "meeting.ics"
        );
    }
}

public static class AddToCalendarEndpoints
{
    public static void MapAddToCalendar(this WebApplication app)
    {
        app.MapGet(
                "/i/{token}/meeting.ics",
                (string token, AddToCalendar add, HttpContext http) => add.ByLink(token, http)
            )
            .RequireRateLimiting(SecurityFeature.JoinLimit);
        app.MapGet(
                "/meetings/{id:guid}/meeting.ics",
                (Guid id, AddToCalendar add, HttpContext http) => add.OfAccount(id, http)
            )
            .RequireAuthorization();
    }
}
