using System.Text.Json;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>Why a file of boundaries is refused.</summary>
public enum BoundaryFault
{
    NotJson,
    TooLarge,
    TooManyCorners,
    NoAreas,
    RingOpen,
    RingBroken,
    NotOnEarth,

    /// <summary>A Ukraine without a part of it.</summary>
    UkraineCut,
}

/// <summary>One area of a file with the name that it gives itself; blank when it gives none.</summary>
public sealed record ReadBoundary(LocalText Name, Geometry Shape);

/// <summary>The areas of a file, or what is wrong with it and where.</summary>
public sealed record BoundaryFile(
    IReadOnlyList<ReadBoundary> Areas,
    CoordinateReading? Order,
    BoundaryFault? Fault,
    string Detail = ""
);

/// <summary>
/// Reads polygons from GeoJSON that strangers made: bounded in bytes and corners, both orders of coordinates noticed, and a
/// ring that is open or crosses itself refused rather than drawn wrong.
/// </summary>
public static class BoundaryReading
{
    public const int LargestFile = 10 * 1024 * 1024;
    public const int MostCorners = 200_000;

    /// <summary>Islands and holes; Ukraine's oblasts have some hundreds. Each is cut to the map's frame by itself.</summary>
    public const int MostRings = 2_000;
    private const int LongestName = 200;

    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static BoundaryFile Read(ReadOnlyMemory<byte> file, CountryBox? box, CoordinateOrder? chosen = null)
    {
        if (file.Length > LargestFile)
            return No(BoundaryFault.TooLarge, $"{LargestFile / 1024 / 1024}");
        try
        {
            using var json = JsonDocument.Parse(
                file.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file,
                Bounds
            );
            return Read(json.RootElement, box, chosen);
        }
        catch (JsonException wrong)
        {
            return No(BoundaryFault.NotJson, $"{wrong.LineNumber + 1}");
        }
        // Half of a character, written as an escape, is JSON and no text.
        catch (InvalidOperationException)
        {
            return No(BoundaryFault.NotJson, "");
        }
    }

    private static BoundaryFile Read(JsonElement root, CountryBox? box, CoordinateOrder? chosen)
    {
        List<(LocalText Name, List<List<List<Coordinate>>> Polygons)> areas = [];
        var (corners, rings) = (0, 0);
        foreach (var feature in FeaturesOf(root))
        {
            var polygons = PolygonsOf(feature, ref corners);
            rings += polygons?.Sum(p => p.Count) ?? 0;
            if (corners > MostCorners || rings > MostRings)
                return No(BoundaryFault.TooManyCorners, $"{MostCorners}");
            if (polygons is null)
                return No(BoundaryFault.RingBroken, $"{areas.Count + 1}");
            if (polygons.Count > 0)
                areas.Add((NameOf(feature), polygons));
        }

        if (areas.Count == 0)
            return No(BoundaryFault.NoAreas);
        var order = CoordinateReading.Of(
            areas.SelectMany(a => a.Polygons).SelectMany(p => p[0]).Select(c => ((decimal)c.X, (decimal)c.Y)),
            box,
            CoordinateOrder.LongitudeFirst
        );
        if (chosen is { } other && other != order.Order)
            order = new(other, false, order.Against, order.For);
        if (order.Order == CoordinateOrder.LatitudeFirst)
            areas.SelectMany(a => a.Polygons).SelectMany(p => p).SelectMany(r => r).ToList().ForEach(Turn);

        List<ReadBoundary> read = [];
        foreach (var (name, polygons) in areas)
        {
            if (FaultOf(polygons) is { } fault)
                return new([], order, fault, Telling(name, read.Count));
            var shape = Factory.BuildGeometry(polygons.Select(PolygonOf));
            if (new IsValidOp(shape).ValidationError is { } broken)
                return new([], order, BoundaryFault.RingBroken, $"{Telling(name, read.Count)} ({broken.Coordinate})");
            if (UkraineBorders.IsCut(shape))
                return new([], order, BoundaryFault.UkraineCut, Telling(name, read.Count));
            read.Add(new(name, shape));
        }

        return new(read, order, null);
    }

    private static IEnumerable<JsonElement> FeaturesOf(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? []
        : root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
            ? features.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object)
        : [root];

    /// <summary>Empty for what is no area; null for an area that is none.</summary>
    private static List<List<List<Coordinate>>>? PolygonsOf(JsonElement feature, ref int corners)
    {
        var geometry = feature.TryGetProperty("geometry", out var inner) ? inner : feature;
        if (
            geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out var type)
            || !geometry.TryGetProperty("coordinates", out var coordinates)
            || coordinates.ValueKind != JsonValueKind.Array
        )
            return [];
        var kind = type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        if (kind is not ("Polygon" or "MultiPolygon"))
            return [];
        List<List<List<Coordinate>>> polygons = [];
        foreach (var polygon in kind == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray())
        {
            if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() == 0)
                return null;
            List<List<Coordinate>> rings = [];
            foreach (var ring in polygon.EnumerateArray())
            {
                if (RingOf(ring, ref corners) is not { } read)
                    return null;
                rings.Add(read);
                if (corners > MostCorners)
                    return [];
            }

            polygons.Add(rings);
        }

        return polygons;
    }

    private static List<Coordinate>? RingOf(JsonElement ring, ref int corners)
    {
        if (ring.ValueKind != JsonValueKind.Array)
            return null;
        corners += ring.GetArrayLength();
        List<Coordinate> read = [];
        foreach (var corner in corners > MostCorners ? [] : ring.EnumerateArray().ToArray())
        {
            if (
                corner.ValueKind != JsonValueKind.Array
                || corner.GetArrayLength() < 2
                || Number(corner[0]) is not { } first
                || Number(corner[1]) is not { } second
            )
                return null;
            read.Add(new(first, second));
        }

        return read;
    }

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= 360
            ? number
            : null;

    private static BoundaryFault? FaultOf(List<List<List<Coordinate>>> polygons)
    {
        foreach (var ring in polygons.SelectMany(p => p))
        {
            if (ring.Count < 4 || !ring[0].Equals2D(ring[^1]))
                return BoundaryFault.RingOpen;
            if (ring.Exists(c => Math.Abs(c.Y) > 90 || Math.Abs(c.X) > 180))
                return BoundaryFault.NotOnEarth;
        }

        return null;
    }

    private static Polygon PolygonOf(List<List<Coordinate>> rings) =>
        Factory.CreatePolygon(
            Factory.CreateLinearRing([.. rings[0]]),
            [.. rings.Skip(1).Select(r => Factory.CreateLinearRing([.. r]))]
        );

    private static void Turn(Coordinate corner) => (corner.X, corner.Y) = (corner.Y, corner.X);

    /// <summary>By the names that such files use: one for each language, or one for all.</summary>
    private static LocalText NameOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("properties", out var fields) || fields.ValueKind != JsonValueKind.Object)
            return LocalText.Empty;
        if (fields.TryGetProperty("name", out var each) && each.ValueKind == JsonValueKind.Object)
            fields = each;
        List<KeyValuePair<string, string>> names = [];
        foreach (var language in Language.All)
        {
            string[] keys =
            [
                language,
                $"name_{language}",
                $"name:{language}",
                $"NAME_{language}",
                $"ADM4_{language}",
                $"ADM3_{language}",
                $"ADM2_{language}",
                $"ADM1_{language}",
                $"ADM0_{language}",
                "name",
                "shapeName",
                "NAME",
            ];
            var found = keys.Select(k => Text(fields, k) ?? Text(fields, k.ToUpperInvariant()))
                .FirstOrDefault(t => t is not null);
            if (found is not null)
                names.Add(KeyValuePair.Create(language, found));
        }

        return LocalText.Of(names);
    }

    private static string? Text(JsonElement fields, string key) =>
        fields.TryGetProperty(key, out var value)
        && value.ValueKind == JsonValueKind.String
        && Shared.Typed.Text(value.GetString()) is { Length: > 0 and <= LongestName } text
            ? text
            : null;

    private static string Telling(LocalText name, int index) =>
        name.IsEmpty ? $"{index + 1}" : name.In(Language.English);

    private static BoundaryFile No(BoundaryFault fault, string detail = "") => new([], null, fault, detail);
}
