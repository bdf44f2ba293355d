using NetTopologySuite.Geometries;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>
/// Notices a Ukraine that somebody has drawn without a part of it. Ukraine is shown in its internationally recognised borders
/// (UN General Assembly resolutions 68/262 and ES-11/4), whatever a file says.
/// </summary>
internal static class UkraineBorders
{
    private static readonly Coordinate[] Whole =
    [
        new(34.10, 44.95), // Simferopol
        new(33.53, 44.60), // Sevastopol
        new(37.80, 48.01), // Donetsk
        new(39.31, 48.57), // Luhansk
        new(32.62, 46.64), // Kherson
        new(35.14, 47.84), // Zaporizhzhia
    ];

    private static readonly Coordinate[] Heart = [new(30.52, 50.45), new(24.03, 49.84), new(35.04, 48.46)]; // Kyiv, Lviv, Dnipro

    /// <summary>Whether the area is the country, and not all of it.</summary>
    public static bool IsCut(Geometry area) => Heart.All(c => Holds(area, c)) && !Whole.All(c => Holds(area, c));

    private static bool Holds(Geometry area, Coordinate place) => area.Contains(area.Factory.CreatePoint(place));
}
