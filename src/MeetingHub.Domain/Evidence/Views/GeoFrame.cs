namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// What a map shows: degrees around places, with a margin, and never nearer than the least exact of them allows. Who looks
/// at a settlement's middle at the scale of a street would take the house that happens to stand there for the one that is meant.
/// </summary>
public sealed record GeoFrame(decimal South, decimal West, decimal North, decimal East)
{
    /// <summary>A degree of latitude in kilometres, everywhere nearly.</summary>
    public const double KmPerDegree = 111.32;

    private const double Margin = 0.12;

    private readonly double narrowing = Narrowing((double)(South + North) / 2);

    /// <summary>The least that a map is wide, in kilometres.</summary>
    public static double LeastKm(GeoPrecision precision) =>
        precision switch
        {
            GeoPrecision.Settlement => 12,
            GeoPrecision.Street => 4,
            _ => 1.2,
        };

    /// <summary>Null without places. <paramref name="ratio"/> is width to height of the paper.</summary>
    public static GeoFrame? Of(IReadOnlyCollection<(GeoPoint Point, GeoPrecision Precision)> places, double ratio)
    {
        if (places.Count == 0)
            return null;
        var (south, north) = (places.Min(p => p.Point.Latitude), places.Max(p => p.Point.Latitude));
        var (west, east) = (places.Min(p => p.Point.Longitude), places.Max(p => p.Point.Longitude));
        var middle = new GeoPoint((south + north) / 2, (west + east) / 2);
        var shorter = Narrowing((double)middle.Latitude);
        var width = (double)(east - west) * KmPerDegree * shorter * (1 + (2 * Margin));
        var height = (double)(north - south) * KmPerDegree * (1 + (2 * Margin));
        width = Math.Max(Math.Max(width, height * ratio), places.Max(p => LeastKm(p.Precision)));
        height = width / ratio;
        var (dLat, dLon) = (
            (decimal)(height / KmPerDegree / 2),
            (decimal)Math.Min(180, width / KmPerDegree / shorter / 2)
        );
        return new(middle.Latitude - dLat, middle.Longitude - dLon, middle.Latitude + dLat, middle.Longitude + dLon);
    }

    public double WidthKm => (double)(East - West) * KmPerDegree * narrowing;

    /// <summary>Where a point lies on the paper: from the left and from the top, as parts of the paper's width and height.</summary>
    public (double X, double Y) Place(double latitude, double longitude) =>
        ((longitude - (double)West) / (double)(East - West), ((double)North - latitude) / (double)(North - South));

    /// <summary>Between two points, as a part of the paper's width.</summary>
    public double Distance(GeoPoint a, GeoPoint b)
    {
        var across = (double)(East - West);
        var x = (double)(a.Longitude - b.Longitude);
        var y = (double)(a.Latitude - b.Latitude) / narrowing;
        return Math.Sqrt((x * x) + (y * y)) / across;
    }

    /// <summary>How much shorter a degree of longitude is at this latitude than at the equator.</summary>
    private static double Narrowing(double latitude) => Math.Max(0.05, Math.Cos(latitude * Math.PI / 180));
}
