using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>The whole country in a corner, with a dot where the map lies: councillors abroad seldom know where that is.</summary>
internal static class Inset
{
    private const decimal Width = 104;
    private const decimal Height = 72;
    private const decimal Gap = 4;
    private const decimal SymbolRadius = 26;

    /// <summary>In a corner where it covers no place; nowhere when there is none.</summary>
    public static IEnumerable<Shape> Of(MapBoundary country, MapScene scene, Paper map, decimal top)
    {
        var left = PlacesSketch.Width - Width - Gap;
        decimal[] tops = [top + PlacesSketch.Height - Height - Gap, top + Gap];
        foreach (var above in tops.Where(t => !scene.Places.Any(p => IsUnder(map.Spot(p.Point), left, t))).Take(1))
        {
            var paper = new Paper(Whole(country), above, left, Width, Height);
            var frame = scene.Frame;
            var spot = paper.Spot(new((frame.South + frame.North) / 2, (frame.West + frame.East) / 2));
            yield return new Box(left, above, Width, Height, Ink.Paper, 4);
            foreach (var shape in paper.Area(country, Ink.Track, Ink.Muted))
                yield return shape;
            yield return new Dot(spot.X, spot.Y, 4.5m, Ink.Bad);
        }
    }

    private static bool IsUnder(Spot spot, decimal left, decimal above) =>
        spot.X > left - SymbolRadius && spot.Y > above - SymbolRadius && spot.Y < above + Height + SymbolRadius;

    private static GeoFrame Whole(MapBoundary country)
    {
        var box = country.Extent;
        return GeoFrame.Of(
            [(new(box.South, box.West), GeoPrecision.Exact), (new(box.North, box.East), GeoPrecision.Exact)],
            (double)(Width / Height)
        )!;
    }
}
