using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>
/// Makes one of the times the meeting. The meeting comes first, under an id that follows from the poll's: pressed twice, by two
/// secretaries, or again after a crash in between, it is one meeting, and the poll takes over what stands in that meeting's log.
/// </summary>
public sealed class PollMeeting(
    IDbContextFactory<HubDb> databases,
    Secretariat secretariat,
    MeetingLog log,
    AuditTrail audit,
    IClock clock
)
{
    public async Task<Refusal?> Make(Guid pollId, Caller caller, Guid optionId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await StoredPoll.Read(db, pollId) is not { } stored)
            return Refusal.NotFound;
        var (poll, now) = (stored.Poll, clock.GetCurrentInstant());
        if (Polling.Choose(poll, caller, optionId, now) is PollRefused no)
            return no.Reason;
        if (poll.Status == PollStatus.Decided)
            return null;

        var scheduled = new MeetingScheduled(
            poll.HostId,
            poll.PartnerId,
            stored.Host.Language,
            stored.Partner.Language,
            Polling.PlanOf(poll, poll.Option(optionId))!
        );
        var made = await secretariat.Schedule(poll.MeetingId, scheduled, caller, [.. Invited(stored)]);
        if (made.Refusal is { } refusal && refusal != Refusal.AlreadyExists)
            return refusal;
        return await TakeOver(db, pollId, caller, optionId);
    }

    private async Task<Refusal?> TakeOver(HubDb db, Guid pollId, Caller caller, Guid optionId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var stored = (await StoredPoll.ToChange(db, pollId))!;
        var meeting = (await log.Find(stored.Poll.MeetingId))!;
        var chosen = stored.Poll.Options.FirstOrDefault(o => o.Start == meeting.Plan.Start)?.Id ?? optionId;
        if (stored.Poll.Status != PollStatus.Decided)
        {
            stored.Apply(Polling.Decided(stored.Poll, chosen));
            audit.Note(db, caller.PersonId, "poll_decided", $"{pollId} {meeting.Id}");
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return chosen == optionId ? null : Refusal.PollOver;
    }

    private static IEnumerable<Invitee> Invited(StoredPoll stored) =>
        from voter in stored.Voters
        where stored.People.ContainsKey(voter.PersonId)
        let person = stored.People[voter.PersonId]
        select new Invitee(
            Guid.CreateVersion7(),
            person.Id,
            voter.Side,
            voter.Role,
            voter.Role == SeatRole.Head,
            person.Language,
            person.HasAccount
        );
}
