using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Meetings;

/// <summary>On whose table a deck lies.</summary>
public static class DeckTables
{
    /// <summary>A community's meetings that are not over, by the deck and the version on their table.</summary>
    public static async Task<ILookup<(Guid DeckId, string Version), MeetingRow>> TablesOf(
        this HubDb db,
        Guid communityId
    )
    {
        var name = EventNames.Of<DeckPlaced>();
        var meetings = await db
            .Meetings.AsNoTracking()
            .Where(m =>
                (m.HostId == communityId || m.PartnerId == communityId)
                && m.Status != MeetingStatus.Closed
                && m.Status != MeetingStatus.Cancelled
            )
            .OrderBy(m => m.Start)
            .ToListAsync();
        var ids = meetings.Select(m => m.Id).ToList();
        var placed = await db
            .Events.AsNoTracking()
            .Where(e => ids.Contains(e.MeetingId) && e.Type == name)
            .OrderBy(e => e.Seq)
            .ToListAsync();
        var now = placed
            .GroupBy(e => e.MeetingId)
            .ToDictionary(g => g.Key, g => (DeckPlaced)EventNames.Read(name, g.Last().Body));
        return meetings.Where(m => now.ContainsKey(m.Id)).ToLookup(m => (now[m.Id].DeckId, now[m.Id].Version));
    }
}
