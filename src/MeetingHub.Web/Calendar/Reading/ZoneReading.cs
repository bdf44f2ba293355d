using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>A written VTIMEZONE, by its text alone (RFC 5545 section 3.6.5).</summary>
internal sealed class ZoneReading
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );

    private readonly List<Onset> onsets = [];

    private sealed record Onset(Instant Start, Offset Before, Offset After);

    public ZoneReading(IcsPart zone, int lastYear)
    {
        Id = zone.One("TZID").Value;
        foreach (var part in zone.Parts)
            Read(part, lastYear);
        onsets.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    public string Id { get; }

    /// <summary>The first pass of a doubled hour; of a skipped one, what the clock before the jump would say (section 3.3.5).</summary>
    public Instant InstantOf(LocalDateTime local)
    {
        for (var i = 0; i < onsets.Count; i++)
        {
            var instant = local.WithOffset(onsets[i].After).ToInstant();
            var isReached = instant >= onsets[i].Start;
            if (isReached && (i + 1 == onsets.Count || instant < onsets[i + 1].Start))
                return instant;
            if (!isReached && local.WithOffset(onsets[i].Before).ToInstant() >= onsets[i].Start)
                return local.WithOffset(onsets[i].Before).ToInstant();
        }

        throw new FormatException($"The definition of {Id} begins after {local}.");
    }

    private void Read(IcsPart part, int lastYear)
    {
        var first = Local.Parse(part.One("DTSTART").Value).Value;
        var (before, after) = (OffsetOf(part.One("TZOFFSETFROM")), OffsetOf(part.One("TZOFFSETTO")));
        var days = part.Any("RRULE") is { } rule
            ? new RuleReading(rule.Value).Days(first.Date, new LocalDate(lastYear, 12, 31))
            : [first.Date];
        foreach (var day in days)
            onsets.Add(new Onset((day + first.TimeOfDay).WithOffset(before).ToInstant(), before, after));
    }

    private static Offset OffsetOf(IcsLine line)
    {
        var digits = line.Value[1..].PadRight(6, '0');
        var seconds = Number(digits[..2]) * 3600 + Number(digits[2..4]) * 60 + Number(digits[4..]);
        return Offset.FromSeconds(line.Value[0] == '-' ? -seconds : seconds);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
