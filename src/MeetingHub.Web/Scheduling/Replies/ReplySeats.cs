using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>Whose seat a mail address is.</summary>
public sealed class ReplySeats(IDbContextFactory<HubDb> databases)
{
    /// <summary>The seat of the invited person with this address; null when nobody with it is asked (any more).</summary>
    public async Task<Seat?> Of(Meeting meeting, string address, CancellationToken stop)
    {
        var email = address.Trim().ToLowerInvariant();
        await using var db = await databases.CreateDbContextAsync(stop);
        var people = await db.People.Where(p => p.Email == email).Select(p => p.Id).ToListAsync(stop);
        return people.Select(meeting.SeatOf).FirstOrDefault(s => s is { IsRemoved: false });
    }

    public async Task<Person> PersonIn(Seat seat, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.People.AsNoTracking().FirstAsync(p => p.Id == seat.PersonId, stop);
    }
}
