using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>
/// Plans a series and cancels what is left of it. The rule, the people and the ids of all meetings are written at once; the
/// meetings follow one by one through the ordinary door, and what a crash leaves undone <see cref="SeriesKeeper"/> does later.
/// People get one letter for the series, not one for each meeting.
/// </summary>
public sealed class SeriesSecretariat(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    Secretariat secretariat,
    LinkSeal seal,
    AuditTrail audit,
    IClock clock
)
{
    public async Task<Refusal?> Plan(
        Guid id,
        Caller caller,
        MeetingScheduled first,
        Recurrence rule,
        bool isRotated,
        IReadOnlyList<Invitee> invited
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Series.AnyAsync(s => s.Id == id))
            return null; // the form was sent twice
        var now = clock.GetCurrentInstant();
        if (rule.Fault() is { } fault)
            return fault;
        if (rule.Dates().Count < 2)
            return Refusal.RecurrenceInvalid; // one meeting is planned by itself; a series may be shortened to one later
        if (Planning.Schedule(first, caller, invited, now) is Refused no)
            return no.Reason;

        var occurrences = rule.Occurrences();
        var starts = isRotated
            ? await Rotated(db, first, rule, occurrences, invited)
            : [.. occurrences.Select(o => o.Start)];
        if (starts.Any(s => s < now))
            return Refusal.StartInThePast;
        db.Series.Add(Row(id, caller, first, rule, isRotated, now));
        db.SeriesMeetings.AddRange(
            occurrences.Zip(
                starts,
                (o, start) =>
                    new SeriesMeeting
                    {
                        SeriesId = id,
                        Original = o.Local,
                        MeetingId = Guid.CreateVersion7(),
                        Start = start,
                    }
            )
        );
        db.SeriesPeople.AddRange(invited.Select(i => Person(id, i)));
        audit.Note(db, caller.PersonId, "series_planned", id.ToString());
        await db.SaveChangesAsync();
        await Finish(id);
        return null;
    }

    /// <summary>Puts every meeting that is not yet there into its log, then writes to everyone. Doing it again changes nothing.</summary>
    public async Task Finish(Guid id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (
            await db.Series.FirstOrDefaultAsync(s => s.Id == id && s.Status == SeriesStatus.Planned, stop)
            is not { } row
        )
            return;
        var people = await db.SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved).ToListAsync(stop);
        var meetings = await db.SeriesMeetings.Where(m => m.SeriesId == id).OrderBy(m => m.Original).ToListAsync(stop);
        var first = EventJson.Read<MeetingScheduled>(row.Scheduled);
        var caller = new Caller(row.CreatedBy, null, Side.Host, true);
        foreach (var meeting in meetings)
        {
            if (await log.Find(meeting.MeetingId, stop) is not null)
                continue;
            var scheduled = first with
            {
                Plan = At(first.Plan, meeting.Start),
                Series = new SeriesPlace(id, meeting.Original, row.Zone),
            };
            await secretariat.Schedule(
                meeting.MeetingId,
                scheduled,
                caller,
                [.. people.Select(p => p.Invitee)],
                quietly: true
            );
        }

        row.Status = SeriesStatus.Running;
        foreach (var person in people)
            Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
        await db.SaveChangesAsync(stop);
    }

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
        Told(row);
        (row.Status, row.CancelReason) = (SeriesStatus.Cancelled, reason);
        foreach (var person in await db.SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved).ToListAsync())
            Owe(db, row, person.PersonId, LetterKind.SeriesCancellation);
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
                db.SeriesPeople.Add(Person(id, person));
            Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
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
        Told(row);
        Owe(db, row, personId, LetterKind.SeriesCancellation);
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

    private static async Task<List<Instant>> Rotated(
        HubDb db,
        MeetingScheduled first,
        Recurrence rule,
        IReadOnlyList<Occurrence> occurrences,
        IReadOnlyList<Invitee> invited
    )
    {
        var ids = invited.Select(i => i.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync();
        var places = (await new CustomsBook(db).Of(people)).Values.Distinct().ToList();
        var length = Duration.FromMinutes((first.Plan.Minutes + 4) / 5 * 5);
        return places.Count == 0
            ? [.. occurrences.Select(o => o.Start)]
            : [.. Rotation.Plan(occurrences, places, length, rule.Zone).Lines.Select(l => l.Start)];
    }

    // Strictly later each time, in whole seconds, as RFC 5545's DTSTAMP counts them.
    private void Told(SeriesRow row)
    {
        row.Sequence++;
        row.Stamp = Instant.Max(Second(clock.GetCurrentInstant()), row.Stamp + Duration.FromSeconds(1));
    }

    private void Owe(HubDb db, SeriesRow row, Guid personId, LetterKind kind)
    {
        var (now, secret) = (clock.GetCurrentInstant(), Secret.Draw());
        if (kind == LetterKind.SeriesInvitation)
            db.SeriesLinks.Add(
                new SeriesLink
                {
                    Hash = Secret.HashOf(secret),
                    SeriesId = row.Id,
                    PersonId = personId,
                }
            );
        db.Outbox.Add(
            new OutboxMessage
            {
                Id = Guid.CreateVersion7(),
                SubjectId = row.Id,
                PersonId = personId,
                Kind = kind,
                Secret = kind == LetterKind.SeriesInvitation ? seal.Close(secret) : null,
                CreatedAt = now,
                DueAt = now,
            }
        );
    }

    private static MeetingPlan At(MeetingPlan plan, Instant start) =>
        plan with
        {
            Start = start,
            Local = start.InZone(DateTimeZoneProviders.Tzdb[plan.Zone]).LocalDateTime,
            Fallback = null, // one day cannot serve a whole series: each meeting gets its own
        };

    private static SeriesRow Row(
        Guid id,
        Caller caller,
        MeetingScheduled first,
        Recurrence rule,
        bool isRotated,
        Instant now
    ) =>
        new()
        {
            Id = id,
            HostId = first.HostId,
            PartnerId = first.PartnerId,
            Title = first.Plan.Title,
            Minutes = first.Plan.Minutes,
            VideoLink = first.Plan.VideoLink,
            Frequency = rule.Frequency,
            Interval = rule.Interval,
            First = rule.First,
            Time = rule.Time,
            Zone = rule.Zone,
            Count = rule.Count,
            Until = rule.Until,
            IsRotated = isRotated,
            Scheduled = EventJson.Write(first),
            Stamp = Second(now),
            CreatedBy = caller.PersonId,
        };

    private static SeriesPerson Person(Guid id, Invitee i) =>
        new()
        {
            SeriesId = id,
            PersonId = i.PersonId,
            Side = i.Side,
            Role = i.Role,
            MayPresent = i.MayPresent,
            Language = i.Language,
            HasAccount = i.HasAccount,
        };

    private static Instant Second(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
}
