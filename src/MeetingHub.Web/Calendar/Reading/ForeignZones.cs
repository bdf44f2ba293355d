using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// What the TZIDs of one calendar mean. Ical.Net's own way is a resolver for the whole process, and a name that it does not
/// know becomes UTC in silence: a council would be shown hours early. Here the tz database comes first, then the calendar's
/// own definition, then the names that Windows and Exchange use.
/// </summary>
/// <param name="calendar">Where zones may be defined.</param>
/// <param name="home">The zone of times that have none; null when nothing tells it.</param>
/// <param name="effort">What reading definitions may cost.</param>
internal sealed class ForeignZones(CalendarPart calendar, DateTimeZone? home, Effort effort)
{
    private readonly ForeignZone unnamed = new(home ?? DateTimeZone.Utc, IsGuess: home is null);

    // Resolved names, so that a name of a hundred KiB on each line is not worked at again and again.
    private readonly Dictionary<string, ForeignZone> resolved = [];

    public Instant InstantOf(WrittenTime time) => Of(time).InstantOf(time.Local);

    public ForeignZone Of(WrittenTime time)
    {
        if (time.IsUtc)
            return new ForeignZone(DateTimeZone.Utc);

        // A date is the owner's day, whatever zone stands beside it.
        return time.IsDate || time.ZoneName is null ? unnamed : Named(time.ZoneName);
    }

    private ForeignZone Named(string name)
    {
        if (resolved.TryGetValue(name, out var known))
            return known;

        return resolved[name] = Resolve(name.Replace("\\,", ",", StringComparison.Ordinal));
    }

    private ForeignZone Resolve(string name) =>
        ZoneNames.FromDatabase(name) is { } zone ? new ForeignZone(zone)
        : Defined(name) is { } defined ? new ForeignZone(defined)
        : ZoneNames.FromMicrosoft(name) ?? unnamed with { IsGuess = true };

    private DateTimeZone? Defined(string name) =>
        calendar.Named("VTIMEZONE").FirstOrDefault(zone => zone.First("TZID")?.Text.Trim() == name.Trim())
            is { } definition
            ? ZoneDefinition.Read(definition, effort)
            : null;
}
