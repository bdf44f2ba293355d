using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Live;

/// <summary>Puts names to seats. The log has only ids; this is where they meet, for those who may know.</summary>
public sealed class Roll(IDbContextFactory<HubDb> databases, Rooms rooms)
{
    public async Task<Person?> PersonOf(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesBySeat(Meeting meeting)
    {
        var ids = meeting.Seats.Values.Select(s => s.PersonId).ToList();
        await using var db = await databases.CreateDbContextAsync();
        var names = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return meeting.Seats.Values.ToDictionary(s => s.Id, s => names.GetValueOrDefault(s.PersonId, "—"));
    }

    public async Task<IReadOnlyList<PersonHere>> Call(Meeting meeting)
    {
        var names = await NamesBySeat(meeting);
        var waiting = rooms.In(meeting.Id).Where(v => v.Waits).Select(v => v.SeatId).ToHashSet();
        var connected = rooms.In(meeting.Id).Where(v => !v.Waits).Select(v => v.SeatId).ToHashSet();
        return
        [
            .. meeting
                .Seats.Values.OrderBy(s => s.Side)
                .ThenBy(s => s.Role)
                .ThenBy(s => names[s.Id], StringComparer.CurrentCulture)
                .Select(s => new PersonHere(
                    s.Id,
                    names[s.Id],
                    s.Side,
                    s.Role,
                    s.Language,
                    connected.Contains(s.Id),
                    waiting.Contains(s.Id),
                    s.IsRemoved,
                    s.MayPresent || s.Role is SeatRole.Head or SeatRole.Secretary,
                    s.Answer
                )),
        ];
    }
}
