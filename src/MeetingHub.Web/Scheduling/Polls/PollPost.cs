using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>Puts the letters of a poll into the outbox, in the caller's transaction.</summary>
public sealed class PollPost(IClock clock)
{
    public void Owe(HubDb db, Poll poll, Guid personId, LetterKind kind) =>
        db.Outbox.Add(Message(poll, personId, kind, clock.GetCurrentInstant(), forDeadline: 0));

    /// <summary>One letter for several changes, while the first still waits: it tells the poll as it then stands.</summary>
    public async Task OweAll(HubDb db, Poll poll, LetterKind kind)
    {
        var waiting = await db
            .Outbox.Where(m => m.SubjectId == poll.Id && m.Kind == kind && m.SentAt == null && !m.HasFailed)
            .Select(m => m.PersonId)
            .ToListAsync();
        foreach (var voter in poll.Voters.ExceptBy(waiting, v => v.PersonId))
            Owe(db, poll, voter.PersonId, kind);
    }

    /// <summary>
    /// A letter for everyone a day before the deadline. Whether it is still needed, and whether that is still the deadline, is
    /// asked when it is due.
    /// </summary>
    public void OweReminders(HubDb db, Poll poll)
    {
        var due = poll.Deadline - Polling.ReminderAhead;
        if (due <= clock.GetCurrentInstant())
            return;
        db.Outbox.AddRange(
            poll.Voters.Select(v => Message(poll, v.PersonId, LetterKind.PollReminder, due, Mark(poll.Deadline)))
        );
    }

    /// <summary>What tells reminders of one deadline from those of another, and of 0, which secretaries send.</summary>
    public static long Mark(Instant deadline) => deadline.ToUnixTimeSeconds();

    public static PollLink Link(Guid pollId, Guid personId, string secret, Instant now) =>
        new()
        {
            Hash = Secret.HashOf(secret),
            PollId = pollId,
            PersonId = personId,
            IssuedAt = now,
        };

    private OutboxMessage Message(Poll poll, Guid personId, LetterKind kind, Instant due, long forDeadline) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            SubjectId = poll.Id,
            PersonId = personId,
            Kind = kind,
            AtSeq = forDeadline,
            CreatedAt = clock.GetCurrentInstant(),
            DueAt = due,
        };
}
