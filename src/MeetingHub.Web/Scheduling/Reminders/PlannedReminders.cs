using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>
/// Keeps the reminders that lie ahead in step with the meeting, whichever door a change came through. A reminder's id follows
/// from its meeting, seat, kind and start, so that one that was planned or sent is never planned again.
/// </summary>
public sealed class PlannedReminders : ISummary
{
    public async Task Write(HubDb db, Change change, CancellationToken stop)
    {
        var meeting = change.After;
        var seats = Touched(change).Distinct().Where(id => meeting.Seats.ContainsKey(id)).ToHashSet();
        var now = change.Facts[^1].At;
        var kinds = meeting.Status == MeetingStatus.Scheduled ? Reminding.Ahead(meeting.Plan.Start, now).ToList() : [];
        var isNew = change.Before.Seq == 0;
        if (seats.Count == 0 || (kinds.Count == 0 && isNew))
            return;

        var there = isNew ? [] : await Planned(db, meeting.Id, seats, stop);
        var wanted = (await Reachable(db, meeting, seats, stop))
            .SelectMany(seat => kinds.Select(kind => Of(meeting, seat, kind, now)))
            .ToDictionary(m => m.Id);
        db.Outbox.RemoveRange(there.Where(m => m is { SentAt: null, BegunAt: null } && !wanted.ContainsKey(m.Id)));
        // Those of a series are told of it by its one letter, not by each meeting, and reminded all the same.
        if (!change.SaysNothing || meeting.Series is not null)
            db.Outbox.AddRange(wanted.Values.ExceptBy(there.Select(m => m.Id), m => m.Id));
    }

    private static IEnumerable<Guid> Touched(Change change) =>
        change.Facts.SelectMany(f =>
            f.Fact switch
            {
                MeetingScheduled or MeetingRescheduled or MeetingPostponed or MeetingCancelled => change
                    .After
                    .Seats
                    .Keys,
                PersonInvited e => [e.SeatId],
                PersonUninvited e => [e.SeatId],
                SeatRemoved e => [e.SeatId],
                GuestsAdmitted e => e.SeatIds,
                _ => (IEnumerable<Guid>)[],
            }
        );

    private static async Task<List<OutboxMessage>> Planned(
        HubDb db,
        Guid meetingId,
        HashSet<Guid> seats,
        CancellationToken stop
    )
    {
        var rows = db.Outbox.Where(m => m.MeetingId == meetingId && m.Kind == LetterKind.Reminder);
        if (seats.Count == 1)
        {
            var only = seats.Single();
            return await rows.Where(m => m.SeatId == only).ToListAsync(stop);
        }

        return [.. (await rows.ToListAsync(stop)).Where(m => seats.Contains(m.SeatId!.Value))];
    }

    private static async Task<IEnumerable<Seat>> Reachable(
        HubDb db,
        Meeting meeting,
        HashSet<Guid> seats,
        CancellationToken stop
    )
    {
        var asked = seats
            .Select(id => meeting.Seats[id])
            .Where(s => !s.IsRemoved && s.Role != SeatRole.Chamber)
            .ToList();
        var ids = asked.Select(s => s.PersonId).ToList();
        var withAddress = await db
            .People.Where(p => ids.Contains(p.Id) && p.Email != null)
            .Select(p => p.Id)
            .ToHashSetAsync(stop);
        return asked.Where(s => withAddress.Contains(s.PersonId));
    }

    private static OutboxMessage Of(Meeting meeting, Seat seat, ReminderKind kind, Instant now) =>
        new()
        {
            Id = NamedId.Of($"reminder {meeting.Id} {seat.Id} {kind} {meeting.Plan.Start.ToUnixTimeTicks()}"),
            MeetingId = meeting.Id,
            SeatId = seat.Id,
            PersonId = seat.PersonId,
            Kind = LetterKind.Reminder,
            AtSeq = meeting.Seq,
            CreatedAt = now,
            DueAt = Reminding.DueAt(kind, meeting.Plan.Start),
            Reminder = kind,
            ReminderOf = meeting.Plan.Start,
        };
}
