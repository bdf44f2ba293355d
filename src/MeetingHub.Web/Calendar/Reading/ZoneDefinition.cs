using System.Globalization;
using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>Reads a VTIMEZONE (RFC 5545 section 3.6.5) into a zone of NodaTime's.</summary>
internal static class ZoneDefinition
{
    // Meetings outside these years are nobody's; Outlook's definitions begin in 1601, all others in 1970 or later.
    private static readonly LocalDateTime First = new(1970, 1, 1, 0, 0);
    private static readonly LocalDateTime Last = new(2100, 1, 1, 0, 0);

    /// <summary>Null when nothing in it can be used.</summary>
    public static DateTimeZone? Read(CalendarPart definition, Effort effort)
    {
        var changes = new SortedDictionary<Instant, Offset>();
        Offset? before = null;
        foreach (var part in definition.Parts.Where(part => part.Name is "STANDARD" or "DAYLIGHT"))
        {
            var start = WrittenTime.Of(part.First("DTSTART"));
            if (start is null || OffsetOf(part, "TZOFFSETTO") is not { } after)
                continue;

            var from = OffsetOf(part, "TZOFFSETFROM") ?? after;
            before = part.Name == "STANDARD" ? after : before ?? from;
            foreach (var onset in Onsets(part, start, effort).TakeWhile(_ => effort.CanStep()))
                changes[onset.WithOffset(from).ToInstant()] = after;
        }

        return before is { } first ? DefinedZone.Of(definition.Value("TZID")!, first, changes) : null;
    }

    private static IEnumerable<LocalDateTime> Onsets(CalendarPart part, WrittenTime start, Effort effort)
    {
        var listed = part.All("RDATE").SelectMany(WrittenTime.AllOf).Select(time => time.Local);
        var ruled = part.All("RRULE")
            .Select(line => RepeatRule.Parse(line.Value, effort))
            .OfType<RepeatRule>()
            .SelectMany(rule =>
                Recurrence
                    .Of(rule, start, First, Last, effort)
                    .TakeWhile(time => rule.Until is null || time <= rule.Until.Local.PlusDays(1))
            );
        return ruled.Concat(listed).Prepend(start.Local);
    }

    private static Offset? OffsetOf(CalendarPart part, string property)
    {
        var written = part.Value(property);
        if (written is not { Length: 5 or 7 } || written[0] is not ('+' or '-'))
            return null;
        if (
            !int.TryParse(
                written[1..].PadRight(6, '0'),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var digits
            )
        )
            return null;

        var seconds = (digits / 10_000 * 3600) + (digits / 100 % 100 * 60) + (digits % 100);
        return seconds > 18 * NodaConstants.SecondsPerHour
            ? null
            : Offset.FromSeconds(written[0] == '-' ? -seconds : seconds);
    }
}
