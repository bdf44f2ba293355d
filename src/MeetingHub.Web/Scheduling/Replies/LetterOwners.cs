using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>Whose secretaries a letter is for, and about which meeting, if that is known.</summary>
public sealed record LetterOwner(Guid CommunityId, Guid? MeetingId);

/// <summary>Finds whose a letter is: by the letter of ours that it answers, else by who wrote it.</summary>
public sealed class LetterOwners(IDbContextFactory<HubDb> databases, MeetingLog log)
{
    private const int MostAsked = 20;

    /// <summary>Null for a stranger's letter that answers none of ours.</summary>
    public async Task<LetterOwner?> Of(InboundLetter letter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var id in letter.Answers.Take(MostAsked))
        {
            if (await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) is { } answered)
                return await Of(answered, stop);
        }

        if (letter.Sender == SenderProof.Failed || letter.From is not [var from])
            return null;
        var known = await db
            .People.Where(p => p.Email == from)
            .Select(p => new { p.Id, p.CommunityId })
            .ToListAsync(stop);
        foreach (var person in known)
        {
            if (person.CommunityId is { } community)
                return new LetterOwner(community, null);
            if (await LastAsked(db, person.Id, stop) is { } guest)
                return guest;
        }

        return null;
    }

    public async Task<LetterOwner?> Of(OutboxMessage message, CancellationToken stop)
    {
        if (
            message is { MeetingId: { } id, SeatId: { } seatId }
            && await log.Find(id, stop) is { } meeting
            && meeting.Seats.TryGetValue(seatId, out var seat)
        )
            return new LetterOwner(meeting.CommunityOf(seat.Side), id);

        await using var db = await databases.CreateDbContextAsync(stop);
        var community = await db
            .People.Where(p => p.Id == message.PersonId)
            .Select(p => p.CommunityId)
            .FirstOrDefaultAsync(stop);
        return community is { } known ? new LetterOwner(known, message.MeetingId) : null;
    }

    // A guest belongs to no community: the side on which they were last asked looks after them.
    private async Task<LetterOwner?> LastAsked(HubDb db, Guid personId, CancellationToken stop)
    {
        var last = await db
            .Outbox.AsNoTracking()
            .Where(m => m.PersonId == personId && m.SeatId != null)
            .OrderByDescending(m => m.CreatedAt)
            .FirstOrDefaultAsync(stop);
        return last is null ? null : await Of(last, stop);
    }
}
