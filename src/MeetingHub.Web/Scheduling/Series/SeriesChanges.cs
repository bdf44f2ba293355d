using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>
/// What both secretariats do with a running series: end it, ask somebody to it, or no longer. Each meeting ahead is changed
/// through the ordinary door and quietly; people get one letter about the series.
/// </summary>
public sealed class SeriesChanges(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    Secretariat secretariat,
    SeriesLetters letters,
    AuditTrail audit,
    IClock clock
)
{
    /// <summary>Cancels every meeting that has not begun. Those that were held stay, with their records.</summary>
    public async Task<Refusal?> CancelRest(Guid id, Caller caller, string? reason)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Series.FirstOrDefaultAsync(s => s.Id == id) is not { } row || !caller.Steers)
            return Refusal.NotFound;
        if (row.Status == SeriesStatus.Cancelled)
            return null;
        if (reason?.Length > 1000)
            return Refusal.TextTooLong;

        foreach (var meeting in await Ahead(db, id))
            await secretariat.Cancel(meeting.Id, caller, Guid.CreateVersion7(), reason, quietly: true);
        letters.Told(row);
        (row.Status, row.CancelReason) = (SeriesStatus.Cancelled, reason);
        foreach (var person in await db.SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved).ToListAsync())
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesCancellation);
        audit.Note(db, caller.PersonId, "series_cancelled", id.ToString());
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Asks somebody to every meeting that is still ahead.</summary>
    public async Task<Refusal?> Invite(Guid id, Caller caller, IReadOnlyList<Invitee> invited)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.Series.FirstOrDefaultAsync(s => s.Id == id && s.Status == SeriesStatus.Running) is not { } row
            || !caller.Steers
        )
            return Refusal.NotFound;
        foreach (var person in invited)
        {
            if (await db.SeriesPeople.FindAsync(id, person.PersonId) is { } known)
                known.IsRemoved = false;
            else
                db.SeriesPeople.Add(SeriesPerson.Of(id, person));
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
        }

        foreach (var meeting in await Ahead(db, id))
        {
            Invitee[] missing = [.. invited.Where(i => meeting.SeatOf(i.PersonId) is null or { IsRemoved: true })];
            var seats = missing.Select(i =>
                i with
                {
                    SeatId = meeting.SeatOf(i.PersonId)?.Id ?? Guid.CreateVersion7(),
                }
            );
            if (missing.Length > 0)
                await secretariat.Invite(meeting.Id, caller, Guid.CreateVersion7(), [.. seats], quietly: true);
        }

        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>
    /// Asks somebody no longer: they lose their seats at the meetings ahead and every link to the series, and their calendar is
    /// told. The other side's secretaries and representative are its own to remove.
    /// </summary>
    public async Task<Refusal?> Remove(Guid id, Caller caller, Guid personId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.Series.FirstOrDefaultAsync(s => s.Id == id && s.Status == SeriesStatus.Running) is not { } row
            || !caller.Steers
        )
            return Refusal.NotFound;
        if (await db.SeriesPeople.FindAsync(id, personId) is not { IsRemoved: false } person)
            return null;

        foreach (var meeting in await Ahead(db, id))
        {
            if (meeting.SeatOf(personId) is not { IsRemoved: false } seat)
                continue;
            var result = await secretariat.Uninvite(meeting.Id, caller, Guid.CreateVersion7(), seat.Id, quietly: true);
            if (result.Refusal is { } no)
                return no;
        }

        person.IsRemoved = true;
        var now = clock.GetCurrentInstant();
        foreach (
            var link in await db
                .SeriesLinks.Where(l => l.SeriesId == id && l.PersonId == personId && l.RevokedAt == null)
                .ToListAsync()
        )
            link.RevokedAt = now;
        letters.Told(row);
        letters.Owe(db, row, personId, LetterKind.SeriesCancellation);
        audit.Note(db, caller.PersonId, "series_uninvited", $"{id} {personId}");
        await db.SaveChangesAsync();
        return null;
    }

    private async Task<List<Meeting>> Ahead(HubDb db, Guid id)
    {
        var ids = await db
            .SeriesMeetings.Where(m => m.SeriesId == id)
            .OrderBy(m => m.Original)
            .Select(m => m.MeetingId)
            .ToListAsync();
        var ahead = new List<Meeting>();
        foreach (var meetingId in ids)
        {
            if (await log.Find(meetingId) is { Status: MeetingStatus.Scheduled } meeting)
                ahead.Add(meeting);
        }

        return ahead;
    }
}
