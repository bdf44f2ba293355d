using MeetingHub.Domain.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Zones by the names that every mailbox knows. Graph's own list of IANA names still says Europe/Kiev and has never heard of
/// Europe/Kyiv; Windows' names are always taken (dateTimeTimeZone, "Additional time zones").
/// </summary>
internal static class WindowsZones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>Windows' name of a zone, or UTC for one that Windows does not know.</summary>
    public static string Of(string zone)
    {
        var canonical = Source.CanonicalIdMap.TryGetValue(zone, out var id) ? id : zone;
        return Source
                .Aliases[canonical]
                .Prepend(canonical)
                .Prepend(zone)
                .Select(name => Source.TzdbToWindowsIds.TryGetValue(name, out var windows) ? windows : null)
                .FirstOrDefault(windows => windows is not null)
            ?? "UTC";
    }

    /// <summary>The zone behind a name in an answer; null when it is none.</summary>
    public static DateTimeZone? Find(string? name) =>
        name is null ? null
        : Source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var tzdb) ? DateTimeZoneProviders.Tzdb[tzdb]
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(LocalSlot.Canonical(name));
}
