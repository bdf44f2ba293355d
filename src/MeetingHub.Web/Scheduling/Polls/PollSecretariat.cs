using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>
/// What the secretaries of both communities do with a poll. The change, its trace in the audit and the letters that it owes are
/// written in one transaction.
/// </summary>
public sealed class PollSecretariat(IDbContextFactory<HubDb> databases, PollPost post, AuditTrail audit, IClock clock)
{
    /// <summary>Asks everyone. A form that is sent twice makes one poll.</summary>
    public async Task<Refusal?> Offer(Poll draft, Caller caller)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Polls.AnyAsync(p => p.Id == draft.Id))
            return null;
        var now = clock.GetCurrentInstant();
        var decision = Polling.Offer(draft, caller, now);
        if (decision is not PollAccepted { After: var poll })
            return ((PollRefused)decision).Reason;

        db.Polls.Add(Row(poll, caller.PersonId, now));
        db.PollOptions.AddRange(poll.Options.Select(o => Row(poll.Id, o)));
        db.PollVoters.AddRange(poll.Voters.Select(v => Row(poll.Id, v)));
        foreach (var voter in poll.Voters)
            post.Owe(db, poll, voter.PersonId, LetterKind.PollInvitation);
        post.OweReminders(db, poll);
        audit.Note(db, caller.PersonId, "poll_offered", poll.Id.ToString());
        await db.SaveChangesAsync();
        return null;
    }

    public Task<Refusal?> AddOption(Guid id, Caller caller, long basedOn, PollOption option) =>
        Change(
            id,
            caller,
            "poll_time_added",
            (p, now) => Polling.AddOption(p, caller, basedOn, option, now),
            LetterKind.PollChanged
        );

    public Task<Refusal?> MoveDeadline(Guid id, Caller caller, long basedOn, Instant deadline, string zone) =>
        Change(
            id,
            caller,
            "poll_deadline_moved",
            (p, now) => Polling.MoveDeadline(p, caller, basedOn, deadline, zone, now),
            LetterKind.PollChanged
        );

    public Task<Refusal?> Close(Guid id, Caller caller, long basedOn) =>
        Change(id, caller, "poll_closed", (p, _) => Polling.Close(p, caller, basedOn), null);

    public Task<Refusal?> Withdraw(Guid id, Caller caller, long basedOn) =>
        Change(id, caller, "poll_withdrawn", (p, _) => Polling.Withdraw(p, caller, basedOn), LetterKind.PollWithdrawn);

    /// <summary>Writes to all who have not answered and were not reminded within the last day.</summary>
    public async Task<(Refusal? Refusal, int Reminded)> Remind(Guid id, Caller caller)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await StoredPoll.ToChange(db, id) is not { } stored)
            return (Refusal.NotFound, 0);
        var now = clock.GetCurrentInstant();
        if (Polling.CannotRemind(stored.Poll, caller, now) is { } refusal)
            return (refusal, 0);

        var silent = stored.Unanswered.ToList();
        var due = silent.Where(v => v.RemindedAt is not { } at || at + Polling.BetweenReminders <= now).ToList();
        if (due.Count == 0)
            return (silent.Count == 0 ? null : Refusal.RemindedLately, 0);
        foreach (var voter in due)
        {
            voter.RemindedAt = now;
            post.Owe(db, stored.Poll, voter.PersonId, LetterKind.PollReminder);
        }

        audit.Note(db, caller.PersonId, "poll_reminded", id.ToString());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return (null, due.Count);
    }

    /// <summary>A fresh link to hand over in person. It is shown once, and ends those that the person had.</summary>
    public async Task<(Refusal? Refusal, string? Secret)> NewLink(Guid id, Caller caller, Guid personId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await StoredPoll.Read(db, id) is not { } stored)
            return (Refusal.NotFound, null);
        if (Polling.CannotShowLink(stored.Poll, caller, personId) is { } refusal)
            return (refusal, null);

        var now = clock.GetCurrentInstant();
        foreach (
            var link in await db
                .PollLinks.Where(l => l.PollId == id && l.PersonId == personId && l.RevokedAt == null)
                .ToListAsync()
        )
            link.RevokedAt = now;
        var secret = Secret.Draw();
        db.PollLinks.Add(PollPost.Link(id, personId, secret, now));
        audit.Note(db, caller.PersonId, "poll_link_made", $"{id} {personId}");
        await db.SaveChangesAsync();
        return (null, secret);
    }

    private async Task<Refusal?> Change(
        Guid id,
        Caller caller,
        string deed,
        Func<Poll, Instant, PollDecision> decide,
        LetterKind? letter
    )
    {
        await using var db = await databases.CreateDbContextAsync();
        // Begun before the poll is read: who writes meanwhile waits, or is refused by the revision.
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await StoredPoll.ToChange(db, id) is not { } stored)
            return Refusal.NotFound;
        var decision = decide(stored.Poll, clock.GetCurrentInstant());
        if (decision is not PollAccepted { After: var after })
            return ((PollRefused)decision).Reason;
        if (after == stored.Poll)
            return null;

        stored.Apply(after);
        db.PollOptions.AddRange(after.Options.Where(o => stored.Poll.Option(o.Id) is null).Select(o => Row(id, o)));
        if (after.Deadline != stored.Poll.Deadline)
            post.OweReminders(db, after);
        if (letter is { } kind)
            await post.OweAll(db, after, kind);

        audit.Note(db, caller.PersonId, deed, id.ToString());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }

        await transaction.CommitAsync();
        return null;
    }

    private static PollRow Row(Poll poll, Guid by, Instant now) =>
        new()
        {
            Id = poll.Id,
            HostId = poll.HostId,
            PartnerId = poll.PartnerId,
            Title = poll.Title,
            Kind = poll.Kind,
            Minutes = poll.Minutes,
            Note = poll.Note,
            Deadline = poll.Deadline,
            DeadlineZone = poll.DeadlineZone,
            Status = poll.Status,
            Revision = poll.Revision,
            CreatedBy = by,
            CreatedAt = now,
        };

    private static PollOptionRow Row(Guid pollId, PollOption o) =>
        new()
        {
            Id = o.Id,
            PollId = pollId,
            Local = o.Local,
            Zone = o.Zone,
            Start = o.Start,
        };

    private static PollVoterRow Row(Guid pollId, PollVoter v) =>
        new()
        {
            PollId = pollId,
            PersonId = v.PersonId,
            Side = v.Side,
            Role = v.Role,
            IsRequired = v.IsRequired,
        };
}
