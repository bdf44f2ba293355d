using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>
/// Plans a series. The rule, the people and the ids of all meetings are written at once; the meetings follow one by one
/// through the ordinary door, and what a crash leaves undone <see cref="SeriesKeeper"/> does later.
/// People get one letter for the series, not one for each meeting.
/// </summary>
public sealed class SeriesSecretariat(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    Secretariat secretariat,
    SeriesLetters letters,
    AuditTrail audit,
    IClock clock,
    ILogger<SeriesSecretariat> logger
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
        db.SeriesPeople.AddRange(invited.Select(i => SeriesPerson.Of(id, i)));
        audit.Note(db, caller.PersonId, "series_planned", id.ToString());
        await db.SaveChangesAsync();
        await Finish(id);
        return null;
    }

    /// <summary>
    /// Puts every meeting that is not yet there into its log, then writes to everyone. Doing it again changes nothing; as long as a
    /// meeting cannot be written (a full disk) the series stays planned and nobody is told of it.
    /// </summary>
    public async Task Finish(Guid id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (
            await db.Series.FirstOrDefaultAsync(s => s.Id == id && s.Status == SeriesStatus.Planned, stop)
            is not { } row
        )
            return;
        var people = await db.SeriesPeople.Where(p => p.SeriesId == id && !p.IsRemoved).ToListAsync(stop);
        if (await Write(db, row, people, stop) is { } no)
        {
            logger.LogWarning("Series {Series} stays unfinished: {Refusal}", id, no);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Two nodes may come here at once; one of them writes the letters.
        var isMine = await db
            .Series.Where(s => s.Id == id && s.Status == SeriesStatus.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SeriesStatus.Running), stop);
        if (isMine == 0)
            return;
        foreach (var person in people)
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<Refusal?> Write(
        HubDb db,
        SeriesRow row,
        IReadOnlyList<SeriesPerson> people,
        CancellationToken stop
    )
    {
        var first = EventJson.Read<MeetingScheduled>(row.Scheduled);
        var caller = new Caller(row.CreatedBy, null, Side.Host, true);
        var meetings = await db
            .SeriesMeetings.AsNoTracking()
            .Where(m => m.SeriesId == row.Id)
            .OrderBy(m => m.Original)
            .ToListAsync(stop);
        foreach (var meeting in meetings)
        {
            if (await log.Find(meeting.MeetingId, stop) is not null)
                continue;
            var scheduled = first with
            {
                Plan = At(first.Plan, meeting.Start),
                Series = new SeriesPlace(row.Id, meeting.Original, row.Zone),
            };
            Invitee[] invited = [.. people.Select(p => p.Invitee)];
            var written = await secretariat.Schedule(meeting.MeetingId, scheduled, caller, invited, quietly: true);
            // Its hour went by before it could be written: it did not take place, and the others still shall.
            if (written.Refusal is { } no and not (Refusal.AlreadyExists or Refusal.StartInThePast))
                return no;
        }

        return null;
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
            Stamp = SeriesLetters.Second(now),
            CreatedBy = caller.PersonId,
        };
}
