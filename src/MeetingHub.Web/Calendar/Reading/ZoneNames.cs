using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Names of zones that calendars carry, and the rules that they stand for.</summary>
internal static class ZoneNames
{
    private const int LongestName = 200;

    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    private static readonly Dictionary<string, string> Ids = Source
        .GetIds()
        .ToDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Windows = Source.WindowsMapping.PrimaryMapping.ToDictionary(
        pair => pair.Key,
        pair => pair.Value,
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly ILookup<string, string> Cities = Source
        .GetIds()
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .ToLookup(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A name of the tz database, its old spellings too, and with what libraries put before it, as in
    /// <c>/freeassociation.sourceforge.net/Europe/Kiev</c>.
    /// </summary>
    public static DateTimeZone? FromDatabase(string? name)
    {
        var rest = name?.Trim() ?? "";
        if (rest.Length > LongestName)
            return null;

        while (rest.Length > 0)
        {
            if (Ids.TryGetValue(rest, out var id))
                return DateTimeZoneProviders.Tzdb[id];
            if (rest[0] != '/' && rest == name!.Trim())
                return null;

            var slash = rest.IndexOf('/', 1);
            rest = slash < 0 ? "" : rest[(slash + 1)..];
        }

        return null;
    }

    /// <summary>A name as Windows keeps it, or as Outlook and Exchange show it to people.</summary>
    public static ForeignZone? FromMicrosoft(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length > LongestName)
            return null;
        if (trimmed.Equals("tzone://Microsoft/Utc", StringComparison.OrdinalIgnoreCase))
            return new ForeignZone(DateTimeZone.Utc);
        if (Windows.TryGetValue(trimmed, out var id))
            return new ForeignZone(DateTimeZoneProviders.Tzdb[id]);

        return OffsetShown(trimmed) is { } shown ? ByPlaces(trimmed[(trimmed.IndexOf(')') + 1)..], shown) : null;
    }

    // A place counts only if its winter clock is the one shown: there are places of one name on two continents.
    private static ForeignZone ByPlaces(string places, Offset shown)
    {
        foreach (var place in places.Split(','))
        {
            foreach (var zone in Candidates(place.Split('(')[0].Trim()))
            {
                if (WinterOffset(zone) == shown)
                    return new ForeignZone(zone);
            }
        }

        var isWhole = places.TrimStart().StartsWith("Coordinated Universal Time", StringComparison.OrdinalIgnoreCase);
        return new ForeignZone(DateTimeZone.ForOffset(shown), IsGuess: !isWhole);
    }

    private static IEnumerable<DateTimeZone> Candidates(string place)
    {
        var named = Windows.GetValueOrDefault(Standard(place));
        return Cities[place].Concat(named is null ? [] : [named]).Select(id => DateTimeZoneProviders.Tzdb[id]);
    }

    private static string Standard(string shown) =>
        shown.EndsWith(" Time", StringComparison.OrdinalIgnoreCase)
            ? $"{shown[..^5]} Standard Time"
            : $"{shown} Standard Time";

    private static Offset WinterOffset(DateTimeZone zone)
    {
        var year = Instant.FromUtc(2026, 1, 1, 0, 0);
        return zone.GetZoneIntervals(year, year + Duration.FromDays(365)).Min(interval => interval.WallOffset);
    }

    /// <summary>The offset of <c>(UTC+02:00) …</c> or <c>(GMT+02:00) …</c>, and zero of <c>(UTC) …</c>.</summary>
    private static Offset? OffsetShown(string name)
    {
        var close = name.IndexOf(')');
        if (
            close < 0
            || !(name.StartsWith("(UTC", StringComparison.Ordinal) || name.StartsWith("(GMT", StringComparison.Ordinal))
        )
            return null;

        var written = name[4..close];
        if (written.Length == 0)
            return Offset.Zero;
        if (written.Length != 6 || written[0] is not ('+' or '-') || written[3] is not (':' or '.'))
            return null;
        if (!int.TryParse(written[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours))
            return null;
        if (!int.TryParse(written[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || hours > 14)
            return null;

        var offset = Offset.FromHoursAndMinutes(hours, Math.Min(minutes, 59));
        return written[0] == '-' ? -offset : offset;
    }
}
