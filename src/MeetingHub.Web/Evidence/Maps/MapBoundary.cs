using System.Collections.Concurrent;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Domain.Languages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
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

    // Prepared once: a deck asks the same country of every map.
    private readonly IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(shape);

    // The whole area on the small paper of an inset, by how fine it is drawn there.
    private readonly ConcurrentDictionary<double, Geometry> thinned = new();

    internal Geometry Shape => shape;

    public bool Holds(GeoPoint point) =>
        prepared.Contains(shape.Factory.CreatePoint(new Coordinate((double)point.Longitude, (double)point.Latitude)));

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
        var seen = Seen(near, width * detail);
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

    /// <summary>Whether anything of it is seen within a frame.</summary>
    public bool IsSeenIn(GeoFrame frame) =>
        prepared.Intersects(
            shape.Factory.ToGeometry(
                new Envelope((double)frame.West, (double)frame.East, (double)frame.South, (double)frame.North)
            )
        );

    private Geometry Seen(Envelope near, double tolerance)
    {
        if (near.Contains(shape.EnvelopeInternal))
            return thinned.GetOrAdd(tolerance, t => DouglasPeuckerSimplifier.Simplify(shape, t));
        var paper = shape.Factory.ToGeometry(near);
        return prepared.Contains(paper) ? paper
            : prepared.Intersects(paper) ? DouglasPeuckerSimplifier.Simplify(shape.Intersection(paper), tolerance)
            : shape.Factory.CreatePolygon();
    }
}
