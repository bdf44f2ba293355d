using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Agreements;

/// <summary>All action items of a community's partnerships, with what is overdue where its owner lives.</summary>
public sealed class Register(HubDb db, IClock clock)
{
    public sealed record Entry(
        ActionItem Item,
        Guid MeetingId,
        LocalText MeetingTitle,
        Instant MeetingStart,
        Guid PartnerId,
        LocalText Partner,
        Guid OwnerId,
        LocalText OwnerCommunity,
        bool IsOverdue,
        Instant UpdatedAt
    );

    public sealed record Query(Guid? Partner, string? Status, Guid? Owner, bool Overdue);

    public async Task<IReadOnlyList<Entry>> Of(Person person)
    {
        if (person.CommunityId is not { } mine)
            return [];
        var rows = await db
            .ActionItems.AsNoTracking()
            .Where(a => a.HostId == mine || a.PartnerId == mine)
            .Join(
                db.Meetings,
                a => a.MeetingId,
                m => m.Id,
                (a, m) =>
                    new
                    {
                        Row = a,
                        m.Title,
                        m.Start,
                    }
            )
            .ToListAsync();
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var now = clock.GetCurrentInstant();
        return
        [
            .. rows.Select(r =>
                {
                    var item = EventJson.Read<ActionItem>(r.Row.Item);
                    var other = communities[r.Row.HostId == mine ? r.Row.PartnerId : r.Row.HostId];
                    var owner = communities[item.Wording.OwnerSide == Side.Host ? r.Row.HostId : r.Row.PartnerId];
                    var today = now.InZone(DateTimeZoneProviders.Tzdb[owner.Zone]).Date;
                    return new Entry(
                        item,
                        r.Row.MeetingId,
                        r.Title,
                        r.Start,
                        other.Id,
                        other.Name,
                        owner.Id,
                        owner.Name,
                        item.IsOverdue(today),
                        r.Row.UpdatedAt
                    );
                })
                .OrderByDescending(e => e.IsOverdue)
                .ThenBy(e => e.Item.HasEnded)
                .ThenBy(e => e.Item.Wording.Due ?? LocalDate.MaxIsoValue),
        ];
    }

    public static IReadOnlyList<Entry> Filter(IReadOnlyList<Entry> all, Query query) =>
        [
            .. all.Where(e => query.Partner is null || e.PartnerId == query.Partner)
                .Where(e => string.IsNullOrEmpty(query.Status) || Code.Of(e.Item.Status) == query.Status)
                .Where(e => query.Owner is null || e.OwnerId == query.Owner)
                .Where(e => !query.Overdue || e.IsOverdue),
        ];
}
