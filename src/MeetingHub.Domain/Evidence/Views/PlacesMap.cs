namespace MeetingHub.Domain.Evidence.Views;

/// <summary>Something that has a place: a damage, or a project (which has no grade).</summary>
public sealed record PlacedThing(string Id, GeoPoint Point, GeoPrecision Precision, Sector? Sector, DamageGrade? Grade);

/// <summary>Things that are shown at one spot, because they are there or because nobody may know more exactly.</summary>
public sealed record GatheredPlace(GeoPoint Point, GeoPrecision Precision, IReadOnlyList<PlacedThing> Things)
{
    public int Count => Things.Count;
}

/// <summary>
/// Places on a map. Things of the same coarse place are one symbol with their number, never scattered around it: a scattered
/// point would stand on somebody's house. Places that lie too close to be told apart are gathered at the one with the most.
/// </summary>
public sealed record PlacesMap(IReadOnlyList<GatheredPlace> Places, GeoFrame? Frame, int Without)
{
    public int Total => Places.Sum(p => p.Count);

    /// <param name="things">What has a place.</param>
    /// <param name="without">How many have none.</param>
    /// <param name="ratio">Width to height of the paper.</param>
    /// <param name="apart">The least distance of two symbols, as a part of the paper's width.</param>
    public static PlacesMap Of(IReadOnlyList<PlacedThing> things, int without, double ratio, double apart)
    {
        var frame = GeoFrame.Of([.. things.Select(t => (t.Point, t.Precision))], ratio);
        if (frame is null)
            return new([], null, without);
        var places = things
            .GroupBy(t => t.Point)
            .Select(g => new GatheredPlace(g.Key, g.Min(t => t.Precision), [.. g]))
            .OrderByDescending(p => p.Count)
            .ThenBy(p => p.Point.Latitude)
            .ThenBy(p => p.Point.Longitude);
        return new(Gathered(places, frame, apart), frame, without);
    }

    private static IReadOnlyList<GatheredPlace> Gathered(
        IEnumerable<GatheredPlace> places,
        GeoFrame frame,
        double apart
    )
    {
        List<(GatheredPlace Seed, List<PlacedThing> Things)> kept = [];
        foreach (var place in places)
        {
            var near = kept.Find(k => frame.Distance(k.Seed.Point, place.Point) < apart);
            if (near.Things is null)
                kept.Add((place, [.. place.Things]));
            else
                near.Things.AddRange(place.Things);
        }

        // As exact as the least exact that was gathered here.
        return
        [
            .. kept.Select(k => new GatheredPlace(k.Seed.Point, k.Things.Min(t => t.Precision), k.Things))
                .OrderByDescending(p => p.Count),
        ];
    }
}
