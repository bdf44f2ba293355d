using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>A series with its meetings as they stand now, each where its log says that it is.</summary>
public sealed record SeriesView(
    SeriesRow Row,
    Community Host,
    Community Partner,
    IReadOnlyList<SeriesPerson> People,
    IReadOnlyList<SeriesView.Item> Items
)
{
    /// <param name="IsElsewhere">The person for whom the series is told has no seat at this meeting; or it never came about.</param>
    public sealed record Item(SeriesMeeting Place, Occurrence Rule, Meeting? Meeting, bool IsElsewhere = false)
    {
        public Instant Start => Meeting?.Plan.Start ?? Place.Start;
        public bool IsCancelled => IsElsewhere || Meeting?.Status == MeetingStatus.Cancelled;
        public bool IsMoved => !IsCancelled && Start != Rule.Start;

        /// <summary>Calendars need an event of its own for it.</summary>
        public bool IsException =>
            !IsCancelled && (IsMoved || Meeting is { CalendarSequence: > 0 } or { PlanRevision: > 1 });
    }

    public IReadOnlyList<Item> Held => [.. Items.Where(i => !i.IsCancelled)];

    /// <summary>The series as it is for one person: meetings at which they have no seat are none of theirs.</summary>
    public SeriesView For(Guid personId) =>
        this with
        {
            Items =
            [
                .. Items.Select(i =>
                    i with
                    {
                        IsElsewhere =
                            i.IsElsewhere
                            || (i.Meeting is { } meeting && meeting.SeatOf(personId) is null or { IsRemoved: true }),
                    }
                ),
            ],
        };

    public static async Task<SeriesView?> Load(HubDb db, MeetingLog log, Guid id, CancellationToken stop = default)
    {
        if (await db.Series.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } row)
            return null;
        var communities = await db
            .Communities.AsNoTracking()
            .Where(c => c.Id == row.HostId || c.Id == row.PartnerId)
            .ToDictionaryAsync(c => c.Id, stop);
        var people = await db
            .SeriesPeople.AsNoTracking()
            .Where(p => p.SeriesId == id && !p.IsRemoved)
            .ToListAsync(stop);
        var places = await db.SeriesMeetings.AsNoTracking().Where(m => m.SeriesId == id).ToListAsync(stop);
        var items = new List<Item>();
        foreach (var place in places.OrderBy(p => p.Original))
        {
            var meeting = await log.Find(place.MeetingId, stop);
            var neverCame = meeting is null && row.Status != SeriesStatus.Planned;
            items.Add(new Item(place, row.Rule.On(place.Original.Date), meeting, neverCame));
        }

        return new SeriesView(row, communities[row.HostId], communities[row.PartnerId], people, items);
    }
}
