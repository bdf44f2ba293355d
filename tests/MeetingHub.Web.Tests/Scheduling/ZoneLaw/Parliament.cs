using System.Collections.ObjectModel;
using NodaTime;

namespace MeetingHub.Web.Tests.Scheduling.ZoneLaw;

/// <summary>The zone database as it is, but for the zones whose clocks a test moves by law.</summary>
public sealed class Parliament : IDateTimeZoneProvider
{
    private readonly Dictionary<string, DateTimeZone> laws = [];

    public string VersionId { get; private set; } = "before";
    public ReadOnlyCollection<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

    public DateTimeZone this[string id] => GetZoneOrNull(id) ?? throw new ArgumentException(id, nameof(id));

    public void Decide(string id, DateTimeZone zone, string version = "after") =>
        (laws[id], VersionId) = (zone, version);

    public DateTimeZone GetSystemDefault() => DateTimeZone.Utc;

    public DateTimeZone? GetZoneOrNull(string id) =>
        laws.TryGetValue(id, out var zone) ? zone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
}
