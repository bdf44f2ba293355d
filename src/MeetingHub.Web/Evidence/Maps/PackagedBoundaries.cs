using MeetingHub.Domain.Evidence;
using NodaTime;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>
/// The outlines of countries that come with the application, to say where a map lies. Ukraine has its internationally recognised
/// borders. Where they come from: Packaged/README.md.
/// </summary>
public static class PackagedBoundaries
{
    private static readonly BoundaryOrigin Origin = new(
        "© OpenStreetMap contributors",
        "ODbL 1.0",
        new LocalDate(2017, 12, 1)
    );

    public static IReadOnlyList<MapBoundary> All { get; } = Read();

    private static IReadOnlyList<MapBoundary> Read()
    {
        using var file = typeof(PackagedBoundaries).Assembly.GetManifestResourceStream("countries.geojson")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var read = BoundaryReading.Read(bytes.ToArray(), null, CoordinateOrder.LongitudeFirst);
        return read.Fault is { } fault
            ? throw new InvalidOperationException($"countries.geojson: {fault} {read.Detail}")
            : [.. read.Areas.Select(a => new MapBoundary(a.Name, BoundaryLevel.Country, Origin, a.Shape))];
    }
}
