using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>
/// Draws places on boundaries: equirectangular at the map's middle latitude, which over a community's breadth is off by less than
/// a line's width. How exactly a place is known is told by a soft disc as large as the doubt.
/// </summary>
internal static class PlacesSketch
{
    public const int Width = 480;
    public const int Height = 300;
    public const double Ratio = (double)Width / Height;

    /// <summary>The least distance of two symbols, as a part of the width.</summary>
    public const double Apart = 46d / Width;

    private const int LetterHeight = 18;

    public static Sketch Of(MapScene scene)
    {
        List<Shape> shapes = [];
        var top = scene.Legend.Count == 0 ? 0 : Legend.Draw(shapes, scene.Legend, Width);
        var paper = new Paper(scene.Frame, top);
        var land = scene.Boundaries.SelectMany(b => paper.Area(b, Ink.Land, Ink.Muted)).ToList();
        shapes.Add(new Box(0, top, Width, Height, land.Count > 0 ? Ink.Paper : Ink.Land));
        shapes.AddRange(land);
        foreach (var place in scene.Places)
            shapes.AddRange(Haze(place, paper));
        foreach (var place in scene.Places)
            shapes.AddRange(PlaceSymbol.Of(place, paper.Spot(place.Point)));
        shapes.AddRange(Rim(top));
        shapes.AddRange(ScaleBar(scene, top));
        shapes.AddRange(North(scene.North, top));
        if (scene.Country is { } country)
            shapes.AddRange(Inset.Of(country, scene, paper, top));
        return new(Width, top + Height, shapes);
    }

    private static IEnumerable<Shape> Haze(GatheredPlace place, Paper paper)
    {
        // A settlement's middle is rounded to about a kilometre, a street's to about a hundred metres.
        var km = place.Precision switch
        {
            GeoPrecision.Settlement => 0.8,
            GeoPrecision.Street => 0.08,
            _ => 0,
        };
        if (km == 0)
            yield break;
        var spot = paper.Spot(place.Point);
        var least = PlaceSymbol.RadiusOf(place) + (place.Precision == GeoPrecision.Settlement ? 9 : 4);
        yield return new Dot(spot.X, spot.Y, Math.Clamp((decimal)(km / paper.KmPerUnit), least, 60), Ink.Track);
    }

    private static IEnumerable<Shape> Rim(decimal top)
    {
        yield return new Stroke(0, top, Width, top, Ink.Muted);
        yield return new Stroke(0, top + Height - 0.5m, Width, top + Height - 0.5m, Ink.Muted);
        yield return new Stroke(0.5m, top, 0.5m, top + Height, Ink.Muted);
        yield return new Stroke(Width - 0.5m, top, Width - 0.5m, top + Height, Ink.Muted);
    }

    private static IEnumerable<Shape> ScaleBar(MapScene scene, decimal top)
    {
        double[] lengths = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];
        var km = lengths.LastOrDefault(l => l <= scene.Frame.WidthKm * 0.3, lengths[0]);
        var units = (decimal)Math.Round(km / scene.Frame.WidthKm * Width, 1);
        var y = top + Height - 12;
        yield return new Stroke(12, y, 12 + units, y, Ink.Words, 2);
        yield return new Stroke(12, y - 5, 12, y + 1, Ink.Words, 2);
        yield return new Stroke(12 + units, y - 5, 12 + units, y + 1, Ink.Words, 2);
        yield return new Words(12, y - 9, scene.Kilometres(km), LetterHeight);
    }

    private static IEnumerable<Shape> North(string letter, decimal top)
    {
        yield return new Area(
            [
                [new(20, top + 8), new(26, top + 24), new(20, top + 20), new(14, top + 24)],
            ],
            Ink.Words
        );
        yield return new Words(20, top + 42, letter, LetterHeight, Anchor: Anchor.Middle, IsBold: true);
    }
}

/// <summary>What a map is drawn from.</summary>
/// <param name="Country">In which country it lies, when that is known and the map shows less than it.</param>
/// <param name="Kilometres">A distance in the reader's words.</param>
internal sealed record MapScene(
    GeoFrame Frame,
    IReadOnlyList<GatheredPlace> Places,
    IReadOnlyList<MapBoundary> Boundaries,
    MapBoundary? Country,
    IReadOnlyList<(string Text, Ink Ink)> Legend,
    string North,
    Func<double, string> Kilometres
);
