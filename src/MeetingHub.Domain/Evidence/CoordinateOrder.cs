using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Evidence;

/// <summary>
/// Which of a pair of numbers is the latitude: GeoJSON (RFC 7946) says the second, and so does the schema of OC4IDS 0.9.5;
/// that of 0.9.1 said the first, and the standard's own example writes it so to this day.
/// </summary>
public enum CoordinateOrder
{
    LatitudeFirst,
    LongitudeFirst,
}

/// <summary>
/// The order in which a whole file writes its coordinates: the one in which its points lie in the community's country. A file is
/// of one order; a point that fits both ways or neither says nothing.
/// </summary>
/// <param name="Order">What was decided.</param>
/// <param name="IsSure">Points spoke for this order, and none for the other; else somebody must look.</param>
/// <param name="For">Points that speak for it.</param>
/// <param name="Against">Points that speak for the other.</param>
public sealed record CoordinateReading(CoordinateOrder Order, bool IsSure, int For, int Against)
{
    /// <param name="pairs">As they stand in the file.</param>
    /// <param name="box">Where the points should lie; null when that is not known.</param>
    /// <param name="usual">What such files mostly write, when the points do not tell.</param>
    public static CoordinateReading Of(
        IEnumerable<(decimal First, decimal Second)> pairs,
        CountryBox? box,
        CoordinateOrder usual
    )
    {
        var (latitudeFirst, longitudeFirst) = (0, 0);
        foreach (var (first, second) in pairs)
        {
            var one = Fits(first, second, box);
            var other = Fits(second, first, box);
            latitudeFirst += one && !other ? 1 : 0;
            longitudeFirst += other && !one ? 1 : 0;
        }

        var isLatitudeFirst =
            latitudeFirst == longitudeFirst ? usual == CoordinateOrder.LatitudeFirst : latitudeFirst > longitudeFirst;
        var (speaking, against) = isLatitudeFirst ? (latitudeFirst, longitudeFirst) : (longitudeFirst, latitudeFirst);
        return new(
            isLatitudeFirst ? CoordinateOrder.LatitudeFirst : CoordinateOrder.LongitudeFirst,
            speaking > 0 && against == 0,
            speaking,
            against
        );
    }

    public static GeoPoint Point(decimal first, decimal second, CoordinateOrder order) =>
        order == CoordinateOrder.LatitudeFirst ? new(first, second) : new(second, first);

    private static bool Fits(decimal latitude, decimal longitude, CountryBox? box) =>
        box?.Holds(latitude, longitude) ?? new GeoPoint(latitude, longitude).IsOnEarth;
}
