using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Domain.Languages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using NodaTime;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>How large an area is; the finer, the later in the list.</summary>
public enum BoundaryLevel
{
    Country,
    Oblast,
    Raion,
    Hromada,
    Settlement,
}

/// <summary>Where a boundary comes from and on what terms it may be shown: it stands beside each map that shows it.</summary>
public sealed record BoundaryOrigin(string Source, string Licence, LocalDate? Date);

/// <summary>An area to draw under places.</summary>
public sealed class MapBoundary(LocalText name, BoundaryLevel level, BoundaryOrigin origin, Geometry shape)
{
    public LocalText Name => name;
    public BoundaryLevel Level => level;
    public BoundaryOrigin Origin => origin;

    internal Geometry Shape => shape;

    public bool Holds(GeoPoint point) => shape.Contains(new Point((double)point.Longitude, (double)point.Latitude));

    /// <summary>The whole extent of the area.</summary>
    public GeoFrame Extent
    {
        get
        {
            var box = shape.EnvelopeInternal;
            return new((decimal)box.MinY, (decimal)box.MinX, (decimal)box.MaxY, (decimal)box.MaxX);
        }
    }

    /// <summary>
    /// The rings that are seen within a frame, with no more corners than the paper shows. <paramref name="detail"/> is the least
    /// distance of two corners as a part of the frame's width.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<(double Latitude, double Longitude)>> Within(GeoFrame frame, double detail)
    {
        var width = (double)(frame.East - frame.West);
        var near = new Envelope((double)frame.West, (double)frame.East, (double)frame.South, (double)frame.North);
        // Its own edges at the paper's rim are cut off a little outside of it.
        near.ExpandBy(width * 0.02);
        var seen = DouglasPeuckerSimplifier.Simplify(Clipped(near), width * detail);
        return
        [
            .. Enumerable
                .Range(0, seen.NumGeometries)
                .Select(seen.GetGeometryN)
                .OfType<Polygon>()
                .Where(p => !p.IsEmpty)
                .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing))
                .Select(r => r.Coordinates.Select(c => (c.Y, c.X)).ToList()),
        ];
    }

    private Geometry Clipped(Envelope near) =>
        near.Contains(shape.EnvelopeInternal) ? shape : shape.Intersection(shape.Factory.ToGeometry(near));
}
