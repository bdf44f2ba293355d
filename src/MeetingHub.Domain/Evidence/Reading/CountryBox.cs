namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>A country's rough extent, to notice places whose numbers stand in the wrong order.</summary>
public sealed record CountryBox(decimal South, decimal North, decimal West, decimal East)
{
    /// <summary>By ISO 3166-1 alpha-2; null where we know none. France is the one in Europe.</summary>
    public static CountryBox? Of(string country) =>
        country switch
        {
            "UA" => new(44, 53, 22, 41),
            "FR" => new(41, 51.5m, -5.5m, 10),
            _ => null,
        };

    public bool Holds(decimal latitude, decimal longitude) =>
        latitude >= South && latitude <= North && longitude >= West && longitude <= East;

    public bool IsSwapped(decimal latitude, decimal longitude) =>
        !Holds(latitude, longitude) && Holds(longitude, latitude);
}
