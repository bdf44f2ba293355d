using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>A place whose clock matters to a meeting, and how its days are.</summary>
public sealed record Place(string Name, Customs Customs);

/// <summary>The places of a meeting: both communities, with the rules of their own, then each further zone that somebody lives in.</summary>
public sealed class PlaceBook(CustomsBook book, Texts texts, Times times)
{
    private const int MostZones = 20;

    public async Task<IReadOnlyList<Place>> Of(Community? host, Community? partner, IEnumerable<string> zones)
    {
        var sides = new List<Place>();
        foreach (var community in new[] { host, partner }.OfType<Community>())
            sides.Add(new Place(community.Name.In(texts.Language), await book.Of(community)));
        var elsewhere = zones
            .Where(LocalSlot.IsZone)
            .Select(LocalSlot.Canonical)
            .Distinct()
            .Except(sides.Select(s => s.Customs.Zone))
            .Take(MostZones)
            .Select(z => new Place(times.Zone(z), new Customs(LocalHours.Office(z))));
        return [.. sides, .. elsewhere];
    }
}
