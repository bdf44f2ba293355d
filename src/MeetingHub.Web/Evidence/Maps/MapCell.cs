using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>A piece of the map, from south-west to north-east, in degrees.</summary>
internal sealed record MapBox(double West, double South, double East, double North)
{
    public bool Holds(GeoPoint point) =>
        (double)point.Longitude >= West
        && (double)point.Longitude <= East
        && (double)point.Latitude >= South
        && (double)point.Latitude <= North;

    public static MapBox Around(IEnumerable<MapSpot> spots)
    {
        var (west, south, east, north) = (180.0, 90.0, -180.0, -90.0);
        foreach (var spot in spots)
        {
            var (lon, lat) = ((double)spot.Point.Longitude, (double)spot.Point.Latitude);
            (west, east) = (Math.Min(west, lon), Math.Max(east, lon));
            (south, north) = (Math.Min(south, lat), Math.Max(north, lat));
        }

        return new(west, south, east, north);
    }
}

/// <summary>
/// Spots that at one zoom would lie on each other, drawn as one symbol with their number. Fifty thousand symbols stop a phone, and
/// are eleven megabytes on its line.
/// </summary>
internal sealed record MapCell(IReadOnlyList<MapSpot> Spots)
{
    /// <summary>So many symbols can be drawn at once; more are drawn by cells.</summary>
    public const int MostSpots = 500;

    private const double Pixels = 56;
    private const double WorldPixels = 256;

    // Web Mercator ends there.
    private const double MostLatitude = 85.0511;

    public int Count => Spots.Sum(s => s.Entries.Count);
    public MapBox Box => MapBox.Around(Spots);

    /// <summary>The spots within the box: each by itself where they are few enough, else by cells.</summary>
    /// <param name="zoom">As maps count it: at each step the world is twice as wide, and 256 pixels at 0.</param>
    public static IEnumerable<MapCell> Of(IReadOnlyList<MapSpot> spots, MapBox box, double zoom)
    {
        var seen = spots.Where(s => box.Holds(s.Point)).ToList();
        return seen.Count <= MostSpots
            ? seen.Select(s => new MapCell([s]))
            : seen.GroupBy(s => CellOf(s.Point, zoom)).Select(g => new MapCell([.. g]));
    }

    /// <summary>The zoom at which the box fills a map of a usual size.</summary>
    public static double ZoomOf(MapBox box)
    {
        const double usual = 600;
        var (left, top) = At(box.West, box.North);
        var (right, bottom) = At(box.East, box.South);
        var span = Math.Max(right - left, bottom - top);
        return span <= 0 ? 18 : Math.Clamp(Math.Floor(Math.Log2(usual / span)), 0, 18);
    }

    private static (long, long) CellOf(GeoPoint point, double zoom)
    {
        var (x, y) = At((double)point.Longitude, (double)point.Latitude);
        var scale = Math.Pow(2, zoom) / Pixels;
        return ((long)Math.Floor(x * scale), (long)Math.Floor(y * scale));
    }

    private static (double X, double Y) At(double longitude, double latitude)
    {
        var phi = Math.Clamp(latitude, -MostLatitude, MostLatitude) * Math.PI / 180;
        return (
            (longitude + 180) / 360 * WorldPixels,
            (1 - Math.Log(Math.Tan(phi) + 1 / Math.Cos(phi)) / Math.PI) / 2 * WorldPixels
        );
    }
}
