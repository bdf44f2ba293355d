using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Web.Calendar;

/// <summary>Which meeting of a series a file speaks of: the local start that the rule gives it, in the series' anchor zone.</summary>
public sealed record RecurrenceId(LocalDateTime Original, string ZoneId)
{
    private static readonly ZoneLocalMappingResolver AsCalendarsDo = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnForwardShifted
    );

    private string Id => ZoneSpelling.Of(ZoneId);

    /// <summary>Where the rule has it: the zone must be defined for this time too.</summary>
    public ZonedSpan Span(Duration length)
    {
        var start = DateTimeZoneProviders.Tzdb[Id].ResolveLocal(Original, AsCalendarsDo).ToInstant();
        return new ZonedSpan(start, start + length, ZoneSpelling.IsUtc(Id) ? null : Id);
    }

    public void Write(IcsWriter ics)
    {
        if (ZoneSpelling.IsUtc(Id))
            ics.At("RECURRENCE-ID", Original.InUtc().ToInstant());
        else
            ics.Value("RECURRENCE-ID", ZonedSpan.LocalPattern.Format(Original), new IcsParameter("TZID", Id));
    }
}
