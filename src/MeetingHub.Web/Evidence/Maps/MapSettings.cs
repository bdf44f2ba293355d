namespace MeetingHub.Web.Evidence.Maps;

/// <summary>The map that can be zoomed: the section "Map" of the configuration.</summary>
public sealed class MapSettings
{
    public const string Section = "Map";
    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    /// <summary>
    /// Where tiles come from, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>. Empty: places and boundaries on plain ground. Whoever serves
    /// the tiles learns which place a reader looks at, and from where.
    /// </summary>
    public string TileAddress { get; set; } = "";

    /// <summary>Whom the tiles' licence asks to name, as plain text.</summary>
    public string Attribution { get; set; } = "";

    /// <summary>The one host besides us that the map page may load pictures from; null without tiles.</summary>
    public string? TileHost() =>
        Uri.TryCreate(Filled(TileAddress), UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Authority)
            : null;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var map = new MapSettings();
        configuration.GetSection(Section).Bind(map, o => o.ErrorOnUnknownConfiguration = true);
        if (map.TileAddress.Length == 0)
            return null;
        return !Uri.TryCreate(Filled(map.TileAddress), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
            || address.Host.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'))
            || !Places.All(p => map.TileAddress.Contains(p, StringComparison.Ordinal))
                ? "Map:TileAddress: must be an address such as https://tiles.example/{z}/{x}/{y}.png."
            : map.Attribution.Length == 0 ? "Map:Attribution: must name whom the tiles' licence asks to name."
            : null;
    }

    private static string Filled(string address) =>
        address
            .Replace("{z}", "0", StringComparison.Ordinal)
            .Replace("{x}", "0", StringComparison.Ordinal)
            .Replace("{y}", "0", StringComparison.Ordinal);
}
