using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>A piece of the drawing that shows a frame: degrees become units.</summary>
internal sealed class Paper(
    GeoFrame frame,
    decimal top,
    decimal left = 0,
    decimal width = PlacesSketch.Width,
    decimal height = PlacesSketch.Height
)
{
    /// <summary>A corner nearer to the next than this is not drawn.</summary>
    private const double Detail = 1.2;

    public double KmPerUnit => frame.WidthKm / (double)width;

    public Spot Spot(GeoPoint point) => Spot((double)point.Latitude, (double)point.Longitude);

    public IEnumerable<Shape> Area(MapBoundary boundary, Ink fill, Ink edge)
    {
        var rings = boundary
            .Within(frame, Detail / (double)width)
            .Select(r => (IReadOnlyList<Spot>)[.. r.Select(c => Held(Spot(c.Latitude, c.Longitude)))])
            .Where(r => r.Count > 3)
            .ToList();
        return rings.Count == 0 ? [] : [new Area(rings, fill, edge)];
    }

    private Spot Spot(double latitude, double longitude)
    {
        var (x, y) = frame.Place(latitude, longitude);
        return new(left + Math.Round((decimal)x * width, 1), top + Math.Round((decimal)y * height, 1));
    }

    // An area's part outside the paper is not drawn beyond its rim.
    private Spot Held(Spot spot) => new(Math.Clamp(spot.X, left, left + width), Math.Clamp(spot.Y, top, top + height));
}
