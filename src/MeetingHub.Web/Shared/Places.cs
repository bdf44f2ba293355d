using MeetingHub.Domain.Time;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Shared;

/// <summary>The places whose clocks matter to a meeting: both communities, then each further zone that somebody lives in.</summary>
public static class Places
{
    private const int MostZones = 20;

    public static IReadOnlyList<(string Name, LocalHours Hours)> Of(
        Community? host,
        Community? partner,
        IEnumerable<string> zones,
        string language,
        Times times
    )
    {
        var sides = new[] { host, partner }.OfType<Community>().Select(c => (c.Name.In(language), c.Hours)).ToList();
        var elsewhere = zones
            .Where(LocalSlot.IsZone)
            .Select(LocalSlot.Canonical)
            .Distinct()
            .Except(sides.Select(s => s.Hours.Zone))
            .Take(MostZones)
            .Select(z => (times.Zone(z), LocalHours.Office(z)));
        return [.. sides, .. elsewhere];
    }
}
