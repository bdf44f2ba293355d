namespace MeetingHub.Domain.Evidence;

/// <summary>A place on earth in degrees of WGS 84: latitude from -90 to 90, longitude from -180 to 180.</summary>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude)
{
    public bool IsOnEarth => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>
    /// The place as it may be shown: within the settlement to about a kilometre (two decimals), within the street to about a hundred
    /// metres (three), else to about ten (four). Digits that nobody needs would point at a roof.
    /// </summary>
    public GeoPoint Shown(GeoPrecision precision)
    {
        var digits = precision switch
        {
            GeoPrecision.Settlement => 2,
            GeoPrecision.Street => 3,
            _ => 4,
        };
        return new(Math.Round(Latitude, digits), Math.Round(Longitude, digits));
    }
}

/// <summary>How exactly a place is known, or may be shown.</summary>
public enum GeoPrecision
{
    Settlement,
    Street,
    Exact,
}
