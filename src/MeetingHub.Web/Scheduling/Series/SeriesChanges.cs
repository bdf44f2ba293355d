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
    /// <summary>
    /// Cancels every meeting that has not begun. Those that were held stay, with their records. Cut off half-way, doing it
    /// again goes on: people are told when all is done.
    /// </summary>
    public async Task<Refusal?> CancelRest(Guid id, Caller caller, string? reason)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Series.FirstOrDefaultAsync(s => s.Id == id) is not { } row || !caller.Steers)
            return Refusal.NotFound;
        if (row.Status == SeriesStatus.Cancelled)
            return null;
        if (row.Status == SeriesStatus.Planned)
            return Refusal.ChangedMeanwhile; // its meetings are just being written
        if (reason?.Length > 1000)
            return Refusal.TextTooLong;

        foreach (var meeting in await Ahead(db, id))
        {
            var cancelled = await secretariat.Cancel(meeting.Id, caller, Guid.CreateVersion7(), reason, quietly: true);
            if (cancelled.Refusal is { } no && await IsAhead(meeting.Id))
                return no;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        // Pressed by both secretaries at once, it is told once.
        var isMine = await db
            .Series.Where(s => s.Id == id && s.Status == SeriesStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SeriesStatus.Cancelled));
        if (isMine == 0)
            return null;
        letters.Told(row);
        (row.Status, row.CancelReason) = (SeriesStatus.Cancelled, reason);
        foreach (var person in await db.SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved).ToListAsync())
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesCancellation);
        audit.Note(db, caller.PersonId, "series_cancelled", id.ToString());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Asks somebody to every meeting that is still ahead. Who is asked already gets no second letter.</summary>
    public async Task<Refusal?> Invite(Guid id, Caller caller, IReadOnlyList<Invitee> invited)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Running(db, id, caller) is not { } row)
            return Refusal.NotFound;
        var asked = await db
            .SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved)
            .Select(p => p.PersonId)
            .ToListAsync();
        Invitee[] newcomers = [.. invited.Where(i => !asked.Contains(i.PersonId))];

        var ahead = await Ahead(db, id);
        var seats = ahead.ToDictionary(m => m.Id, m => Missing(m, newcomers));
        ahead.RemoveAll(m => seats[m.Id].Count == 0);
        if (ahead.Select(m => Planning.Invite(m, caller, seats[m.Id])).OfType<Refused>().FirstOrDefault() is { } no)
            return no.Reason;
        foreach (var meeting in ahead)
        {
            var operation = Guid.CreateVersion7();
            var written = await secretariat.Invite(meeting.Id, caller, operation, seats[meeting.Id], quietly: true);
            if (written.Refusal is { } refusal && await IsAhead(meeting.Id))
                return refusal;
        }

        foreach (var person in newcomers)
        {
            if (await db.SeriesPeople.FindAsync(id, person.PersonId) is { } known)
                known.IsRemoved = false;
            else
                db.SeriesPeople.Add(SeriesPerson.Of(id, person));
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
        }

        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>
    /// Asks somebody no longer: they lose their seats at the meetings ahead and every link to the series, and their calendar is
    /// told. The other side's secretaries and representative are its own to remove: then no meeting is touched.
    /// </summary>
    public async Task<Refusal?> Remove(Guid id, Caller caller, Guid personId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Running(db, id, caller) is not { } row)
            return Refusal.NotFound;
        if (await db.SeriesPeople.FindAsync(id, personId) is not { IsRemoved: false } person)
            return null;

        var seats = (await Ahead(db, id))
            .Select(m => (Meeting: m, Seat: m.SeatOf(personId)))
            .Where(s => s.Seat is { IsRemoved: false })
            .ToList();
        var refused = seats.Select(s => Planning.Uninvite(s.Meeting, caller, s.Seat!.Id)).OfType<Refused>();
        if (refused.FirstOrDefault() is { } no)
            return no.Reason;
        foreach (var (meeting, seat) in seats)
        {
            var operation = Guid.CreateVersion7();
            var written = await secretariat.Uninvite(meeting.Id, caller, operation, seat!.Id, quietly: true);
            if (written.Refusal is { } refusal && await IsAhead(meeting.Id))
                return refusal;
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

    private static async Task<SeriesRow?> Running(HubDb db, Guid id, Caller caller) =>
        caller.Steers ? await db.Series.FirstOrDefaultAsync(s => s.Id == id && s.Status == SeriesStatus.Running) : null;

    private static IReadOnlyList<Invitee> Missing(Meeting meeting, IEnumerable<Invitee> invited) =>
        [
            .. invited
                .Where(i => meeting.SeatOf(i.PersonId) is null or { IsRemoved: true })
                .Select(i => i with { SeatId = meeting.SeatOf(i.PersonId)?.Id ?? Guid.CreateVersion7() }),
        ];

    // One that was opened, or ended by somebody else, while the others were changed is no reason to stop.
    private async Task<bool> IsAhead(Guid meetingId) =>
        await log.Find(meetingId) is { Status: MeetingStatus.Scheduled };

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
