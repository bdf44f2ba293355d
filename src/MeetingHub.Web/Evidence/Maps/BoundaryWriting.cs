using System.Globalization;
using System.Text;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>Thins boundaries for drawing, neighbours together so that they keep their common border, and writes them as GeoJSON.</summary>
internal static class BoundaryWriting
{
    /// <summary>About thirty metres: finer than any of our maps shows.</summary>
    private const double Tolerance = 0.0003;

    private const int FewCorners = 400;

    public static IReadOnlyList<Geometry> Thinned(IReadOnlyList<Geometry> areas)
    {
        if (areas.Sum(a => a.NumPoints) <= FewCorners)
            return areas;
        var together = CoverageSimplifier.Simplify([.. areas], Tolerance);
        // What overlaps is no coverage, and thinning it may break it: then it stays as it came.
        return [.. together.Zip(areas, (thin, whole) => IsSound(thin) ? thin : whole)];
    }

    public static string GeoJson(Geometry area)
    {
        var json = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (var part = 0; part < area.NumGeometries; part++)
        {
            var polygon = (Polygon)area.GetGeometryN(part);
            json.Append(part == 0 ? "[" : ",[");
            json.AppendJoin(',', polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(Ring));
            json.Append(']');
        }

        return json.Append("]}").ToString();
    }

    private static bool IsSound(Geometry area) => !area.IsEmpty && new IsValidOp(area).IsValid;

    private static string Ring(LineString ring) =>
        "["
        + string.Join(
            ',',
            ring.Coordinates.Select(c =>
                string.Create(CultureInfo.InvariantCulture, $"[{c.X:0.######},{c.Y:0.######}]")
            )
        )
        + "]";
}
