using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>
/// What a secretary may do with a meeting's copy in Microsoft 365. Mailboxes are their community's own: the other side's
/// secretary steers the meeting too, and must not reach into them.
/// </summary>
public sealed class CalendarCopies(
    IDbContextFactory<HubDb> databases,
    MeetingLog log,
    IOptions<GraphSettings> settings,
    IClock clock
)
{
    public async Task<CalendarCopy?> Find(Guid meetingId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.CalendarCopies.AsNoTracking().FirstOrDefaultAsync(c => c.MeetingId == meetingId);
    }

    /// <summary>Whether the caller speaks for a community of this meeting whose mailboxes we may use.</summary>
    public bool MayPut(Meeting meeting, Caller caller) =>
        CommunityOf(meeting, caller) is { } community && settings.Value.Serves(community);

    public static bool MayChange(CalendarCopy copy, Meeting meeting, Caller caller) =>
        CommunityOf(meeting, caller) == copy.CommunityId;

    public async Task<Refusal?> Put(Guid meetingId, Caller caller, Guid organiserId)
    {
        if (await log.Find(meetingId) is not { } meeting)
            return Refusal.NotFound;
        if (CommunityOf(meeting, caller) is not { } community || !settings.Value.Serves(community))
            return Refusal.NotAllowed;
        if (meeting.Status is MeetingStatus.Cancelled)
            return Refusal.MeetingCancelled;
        if (meeting.Status is MeetingStatus.Closed)
            return Refusal.MeetingClosed;

        await using var db = await databases.CreateDbContextAsync();
        var organiser = await db.People.FirstOrDefaultAsync(p => p.Id == organiserId && p.CommunityId == community);
        if (organiser?.Email is not { } mailbox || !MailAddress.IsValid(mailbox))
            return Refusal.PersonUnknown;
        var copy = await db.CalendarCopies.FindAsync(meetingId);
        if (copy is { State: not CopyState.Out })
            return Refusal.AlreadyExists;
        if (copy is null)
            db.CalendarCopies.Add(
                new CalendarCopy
                {
                    MeetingId = meetingId,
                    OrganiserPersonId = organiser.Id,
                    Mailbox = mailbox,
                    CommunityId = community,
                    AskedBy = caller.PersonId,
                    DueAt = clock.GetCurrentInstant(),
                }
            );
        else
            (copy.OrganiserPersonId, copy.Mailbox, copy.CommunityId, copy.AskedBy, copy.IsWanted, copy.Wanted) = (
                organiser.Id,
                mailbox,
                community,
                caller.PersonId,
                true,
                copy.Wanted + 1
            );
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateException clash) when (StorageFaults.IsClash(clash))
        {
            return Refusal.AlreadyExists;
        }
    }

    public async Task<Refusal?> TakeOut(Guid meetingId, Caller caller) =>
        await Change(meetingId, caller, c => c.IsWanted, isWanted: false);

    public async Task<Refusal?> TryAgain(Guid meetingId, Caller caller) =>
        await Change(meetingId, caller, c => c.Refused >= c.Wanted, isWanted: null);

    private async Task<Refusal?> Change(
        Guid meetingId,
        Caller caller,
        System.Linq.Expressions.Expression<Func<CalendarCopy, bool>> applies,
        bool? isWanted
    )
    {
        if (await log.Find(meetingId) is not { } meeting || CommunityOf(meeting, caller) is not { } community)
            return Refusal.NotAllowed;
        await using var db = await databases.CreateDbContextAsync();
        var mine = db.CalendarCopies.Where(c => c.MeetingId == meetingId && c.CommunityId == community);
        if (!await mine.AnyAsync())
            return Refusal.NotAllowed;
        await mine.Where(applies)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(c => c.Wanted, c => c.Wanted + 1)
                    .SetProperty(c => c.IsWanted, c => isWanted ?? c.IsWanted)
            );
        return null;
    }

    private static Guid? CommunityOf(Meeting meeting, Caller caller) =>
        caller is { Steers: true, Side: { } side } ? meeting.CommunityOf(side) : null;
}
