using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Domain.Time;

/// <summary>Which instant is meant when a local time happens twice, or which neighbour when it never happens.</summary>
public enum HourChoice
{
    Unasked,
    Earlier,
    Later,
}

/// <summary>
/// A local time in a zone, as a person writes it into a form. It is no instant yet: on the night of a clock change
/// it may be none (the hour is skipped) or two (the hour is doubled), and then a person is asked, never guessed for.
/// </summary>
public sealed record LocalSlot(LocalDateTime Local, string Zone, HourChoice Choice = HourChoice.Unasked)
{
    // Hosts may still write the former spelling; both are the same zone in the tz database (backward link since 2022b).
    private const string Kyiv = "Europe/Kyiv";

    public static bool IsZone(string? zone) =>
        zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    public static string Canonical(string zone) => zone == "Europe/Kiev" ? Kyiv : zone;

    /// <summary>
    /// The instants that this local time can mean: one on an ordinary day; two, in order, in the doubled hour; and in the
    /// skipped hour two neighbours: the same reading before and after the clocks jump (an hour apart, as a rule).
    /// An unknown zone is refused with an empty list.
    /// </summary>
    public SlotInstants Resolve()
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is not { } zone)
            return new SlotInstants(SlotKind.UnknownZone, []);

        var mapping = zone.MapLocal(Local);
        return mapping.Count switch
        {
            1 => new SlotInstants(SlotKind.Ordinary, [mapping.Single().ToInstant()]),
            2 => new SlotInstants(SlotKind.Doubled, [mapping.First().ToInstant(), mapping.Last().ToInstant()]),
            _ => new SlotInstants(SlotKind.Skipped, Neighbours(mapping)),
        };
    }

    /// <summary>The one instant meant, or null when the person must still be asked (or the zone is unknown).</summary>
    public Instant? Chosen()
    {
        var resolved = Resolve();
        return (resolved.Kind, Choice) switch
        {
            (SlotKind.Ordinary, _) => resolved.Instants[0],
            (SlotKind.UnknownZone, _) or (_, HourChoice.Unasked) => null,
            (_, HourChoice.Earlier) => resolved.Instants[0],
            _ => resolved.Instants[1],
        };
    }

    // Reading the clock with the later offset gives the earlier instant: clocks jump forward over the gap.
    private Instant[] Neighbours(ZoneLocalMapping mapping) =>
        [
            Local.WithOffset(mapping.LateInterval.WallOffset).ToInstant(),
            Local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
        ];
}

public enum SlotKind
{
    Ordinary,
    Skipped,
    Doubled,
    UnknownZone,
}

/// <summary>What a <see cref="LocalSlot"/> can mean, earliest first.</summary>
public sealed record SlotInstants(SlotKind Kind, IReadOnlyList<Instant> Instants);
