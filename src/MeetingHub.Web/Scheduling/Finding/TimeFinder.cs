using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Busy;
using MeetingHub.Web.People;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>Puts together what a search needs to know of people, and looks.</summary>
public sealed class TimeFinder(CustomsBook book, BusyTimes busyTimes)
{
    /// <param name="Asked">Nothing could be asked when it is null.</param>
    /// <param name="Unknown">People whose own calendars are unknown, and why: they may be busy at any of the times.</param>
    /// <param name="Hindering">When nothing was found: those without whom there would be a time.</param>
    public sealed record Found(
        SlotRequest Asked,
        IReadOnlyList<SlotView> Slots,
        IReadOnlyDictionary<Guid, BusyFault> Unknown,
        IReadOnlyList<Guid> Hindering
    );

    public async Task<Found> Find(
        IReadOnlyList<Person> people,
        IReadOnlySet<Guid> required,
        Interval range,
        int minutes,
        string zone,
        CancellationToken stop
    )
    {
        var customs = await book.Of(people);
        var busy = await busyTimes.Of([.. people.Select(p => p.Id)], range, stop);
        var attendees = people
            .Select(p => new Attendee(p.Id, required.Contains(p.Id), customs[p.Id], Times(busy[p.Id])))
            .ToList();
        var request = new SlotRequest(attendees, range, minutes, zone, PerDay: 1);
        var slots = SlotSearch.Find(request);
        var unknown = busy.Where(b => b.Value is BusyAnswer.Unknown)
            .ToDictionary(b => b.Key, b => ((BusyAnswer.Unknown)b.Value).Why);
        return new Found(
            request,
            [.. slots.Select(s => SlotView.Of(request, s))],
            unknown,
            slots.Count > 0 ? [] : [.. Hindering(request)]
        );
    }

    private static IEnumerable<Guid> Hindering(SlotRequest request) =>
        from person in request.People
        where person.IsRequired
        let without = request with
        {
            People = [.. request.People.Select(p => p == person ? p with { IsRequired = false } : p)],
            Count = 1,
        }
        where SlotSearch.Find(without).Count > 0
        select person.Id;

    private static IReadOnlyList<Interval> Times(BusyAnswer answer) =>
        answer switch
        {
            BusyAnswer.Known known => known.Times,
            BusyAnswer.Unknown unknown => unknown.Times,
            _ => [],
        };
}
