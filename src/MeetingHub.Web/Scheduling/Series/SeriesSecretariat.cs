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
/// Plans a series. The rule, the people and the ids of all meetings are written at once; the
/// meetings follow one by one through the ordinary door, and what a crash leaves undone <see cref="SeriesKeeper"/> does later.
/// People get one letter for the series, not one for each meeting.
/// </summary>
public sealed class SeriesSecretariat(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    Secretariat secretariat,
    SeriesLetters letters,
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
        db.SeriesPeople.AddRange(invited.Select(i => SeriesPerson.Of(id, i)));
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
            letters.Owe(db, row, person.PersonId, LetterKind.SeriesInvitation);
        await db.SaveChangesAsync(stop);
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
