namespace MeetingHub.Domain.Evidence;

/// <summary>
/// The degrees between which a country lies, rounded outwards (overseas parts left out). Only to recognise swapped
/// coordinates; it draws no border and proves nothing.
/// </summary>
public sealed record CountryBox(decimal South, decimal West, decimal North, decimal East)
{
    private static readonly Dictionary<string, CountryBox> Boxes = new(StringComparer.Ordinal)
    {
        ["AT"] = new(46.3m, 9.5m, 49.1m, 17.2m),
        ["BE"] = new(49.4m, 2.5m, 51.6m, 6.5m),
        ["BG"] = new(41.2m, 22.3m, 44.3m, 28.7m),
        ["CH"] = new(45.8m, 5.9m, 47.9m, 10.5m),
        ["CZ"] = new(48.5m, 12.0m, 51.1m, 18.9m),
        ["DE"] = new(47.2m, 5.8m, 55.1m, 15.1m),
        ["DK"] = new(54.5m, 8.0m, 57.8m, 15.2m),
        ["EE"] = new(57.5m, 21.7m, 59.7m, 28.3m),
        ["ES"] = new(35.9m, -9.4m, 43.8m, 4.4m),
        ["FI"] = new(59.7m, 20.5m, 70.1m, 31.6m),
        ["FR"] = new(41.3m, -5.2m, 51.2m, 9.7m),
        ["GB"] = new(49.8m, -8.7m, 60.9m, 1.8m),
        ["HU"] = new(45.7m, 16.1m, 48.6m, 22.9m),
        ["IE"] = new(51.4m, -10.6m, 55.4m, -5.9m),
        ["IT"] = new(35.4m, 6.6m, 47.1m, 18.6m),
        ["LT"] = new(53.8m, 20.9m, 56.5m, 26.9m),
        ["LV"] = new(55.6m, 20.9m, 58.1m, 28.3m),
        ["MD"] = new(45.4m, 26.6m, 48.5m, 30.2m),
        ["NL"] = new(50.7m, 3.3m, 53.6m, 7.3m),
        ["NO"] = new(57.9m, 4.5m, 71.2m, 31.1m),
        ["PL"] = new(49.0m, 14.1m, 54.9m, 24.2m),
        ["PT"] = new(36.9m, -9.6m, 42.2m, -6.1m),
        ["RO"] = new(43.6m, 20.2m, 48.3m, 29.8m),
        ["SE"] = new(55.3m, 11.1m, 69.1m, 24.2m),
        ["SK"] = new(47.7m, 16.8m, 49.7m, 22.6m),
        ["UA"] = new(44.3m, 22.1m, 52.4m, 40.3m),
    };

    /// <summary>Null for a country (ISO 3166-1 alpha-2) that is not in the list.</summary>
    public static CountryBox? Of(string country) => Boxes.GetValueOrDefault(country);

    public bool Holds(decimal latitude, decimal longitude) =>
        latitude >= South && latitude <= North && longitude >= West && longitude <= East;
}
