using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Domain.Time.Search;

/// <summary>
/// Turns many local times of one zone into instants. Away from a change of the clock that is one subtraction; near one, what
/// happens twice is read at first for a start and at last for an end, and what never happens begins when the gap ends.
/// </summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    private static readonly ZoneLocalMappingResolver AsStart = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );
    private static readonly ZoneLocalMappingResolver AsEnd = Resolvers.CreateMappingResolver(
        Resolvers.ReturnLater,
        Resolvers.ReturnForwardShifted
    );
    private static readonly Duration Margin = Duration.FromDays(2);

    private ZoneInterval? known;
    private Instant safeFrom;
    private Instant safeTo;

    public Interval Between(LocalDate day, LocalTime from, LocalTime to)
    {
        var start = Read(day.At(from), AsStart);
        var end = Read((from < to ? day : day.PlusDays(1)).At(to), AsEnd);
        return new Interval(start, Instant.Max(start, end));
    }

    private Instant Read(LocalDateTime local, ZoneLocalMappingResolver resolver)
    {
        if (known is { } interval)
        {
            var guess = local.WithOffset(interval.WallOffset).ToInstant();
            if (guess > safeFrom && guess < safeTo)
                return guess;
        }

        var resolved = zone.ResolveLocal(local, resolver).ToInstant();
        known = zone.GetZoneInterval(resolved);
        safeFrom = known.HasStart ? known.Start + Margin : Instant.MinValue;
        safeTo = known.HasEnd ? known.End - Margin : Instant.MaxValue;
        return resolved;
    }
}
