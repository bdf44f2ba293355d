using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>Personal calendar addresses: a secret each, of which only the hash is kept; a new one ends the old one.</summary>
public sealed class Feeds(IDbContextFactory<HubDb> databases, MeetingLog log, Addresses addresses)
{
    private const int MostMeetings = 500;

    public async Task<string> Renew(Guid personId, HttpRequest request)
    {
        await using var db = await databases.CreateDbContextAsync();
        var secret = Secret.Draw();
        if (await db.Feeds.FindAsync(personId) is { } known)
            known.Hash = Secret.HashOf(secret);
        else
            db.Feeds.Add(new FeedAddress { PersonId = personId, Hash = Secret.HashOf(secret) });
        await db.SaveChangesAsync();
        return $"{addresses.RootOf(request)}/feeds/{secret}.ics";
    }

    public async Task End(Guid personId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Feeds.Where(f => f.PersonId == personId).ExecuteDeleteAsync();
    }

    /// <summary>The calendar behind a secret, or null when there is none (any more).</summary>
    public async Task<string?> Read(string secret, CancellationToken stop)
    {
        if (!Secret.CouldBe(secret))
            return null;
        var hash = Secret.HashOf(secret);
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db
            .Feeds.Where(f => f.Hash == hash)
            .Join(db.People, f => f.PersonId, p => p.Id, (_, p) => p)
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
        if (person is null)
            return null;

        var rows = await db
            .Meetings.Where(m =>
                db.JoinLinks.Any(l => l.MeetingId == m.Id && l.PersonId == person.Id)
                || m.HostId == person.CommunityId
                || m.PartnerId == person.CommunityId
            )
            .OrderByDescending(m => m.Start)
            .Take(MostMeetings)
            .Select(m => m.Id)
            .ToListAsync(stop);
        var entries = new List<FeedEntry>();
        foreach (var id in rows)
        {
            if (await log.Find(id, stop) is { } meeting && meeting.SeatOf(person.Id) is { IsRemoved: false })
                entries.Add(Entry(meeting, person.Language));
        }

        return FeedCalendar.Write(Texts.In(person.Language)["feed.name"], entries);
    }

    private FeedEntry Entry(Meeting m, string language) =>
        new(
            m.Id,
            m.CalendarSequence,
            m.CalendarStamp,
            m.Status == MeetingStatus.Cancelled,
            m.Plan.Start,
            Duration.FromMinutes(m.Plan.Minutes),
            m.Plan.Zone,
            m.Plan.Title.In(language),
            string.Join('\n', m.Plan.Agenda.Select(a => $"– {a.Title.In(language)}")),
            m.Plan.VideoLink ?? "",
            new Uri($"{addresses.Root}/meetings/{m.Id}")
        );
}

public static class FeedEndpoint
{
    public static void MapFeeds(this WebApplication app) =>
        app.MapGet(
            "/feeds/{secret}.ics",
            async (string secret, Feeds feeds, HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "private, max-age=300";
                return await feeds.Read(secret, http.RequestAborted) is { } calendar
                    ? Results.Text(calendar, "text/calendar; charset=utf-8")
                    : Results.NotFound();
            }
        );
}
