using NodaTime;
using NodaTime.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

/// <summary>
/// Evaluates a written VTIMEZONE as RFC 5545 section 3.6.5 says, by its text alone and in the plainest way: every day is
/// tried against BYMONTH and BYDAY. It shares no code with the writer, which it judges.
/// </summary>
internal sealed class VTimeZoneReading
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly List<(Instant Start, Offset Offset)> onsets = [];

    public VTimeZoneReading(string ics, string id, int lastYear)
    {
        var lines = IcsLines.Unfolded(ics).ToList();
        var start = lines.IndexOf($"TZID:{id}");
        var part = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(start + 1).TakeWhile(line => line != "END:VTIMEZONE"))
        {
            var (name, value) = (
                line[..line.IndexOf(':', StringComparison.Ordinal)],
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]
            );
            if (name == "BEGIN")
                part.Clear();
            else if (name == "END")
                Read(part, lastYear);
            else
                part.Add(name, value);
        }

        onsets.Sort();
        Observances = lines.Count(line => line is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT");
    }

    public int Observances { get; }

    public Instant First => onsets[0].Start;

    public Offset At(Instant instant) => onsets.Last(onset => onset.Start <= instant).Offset;

    /// <summary>What the time property says, by the calendar's own definition of the zone.</summary>
    public static Instant InstantOf(string ics, string property)
    {
        var line = IcsLines.One(ics, property);
        var value = line[(line.LastIndexOf(':') + 1)..];
        if (value.EndsWith('Z'))
            return Utc.Parse(value).Value;

        var id = line.Split("TZID=")[1].Split(':')[0];
        var local = Local.Parse(value).Value;
        var zone = new VTimeZoneReading(ics, id, local.Year + 1);
        // The earlier of the instants that this zone shows as the local time.
        return zone
            .onsets.Select(onset => local.WithOffset(onset.Offset).ToInstant())
            .Where(instant => instant >= zone.First && instant.WithOffset(zone.At(instant)).LocalDateTime == local)
            .Min();
    }

    private void Read(Dictionary<string, string> part, int lastYear)
    {
        var first = Local.Parse(part["DTSTART"]).Value;
        var (before, after) = (ReadOffset(part["TZOFFSETFROM"]), ReadOffset(part["TZOFFSETTO"]));
        onsets.Add((first.WithOffset(before).ToInstant(), after));
        if (!part.TryGetValue("RRULE", out var rule))
            return;

        var fields = rule.Split(';')
            .Select(field => field.Split('='))
            .ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        Assert.Equal("YEARLY", fields["FREQ"]);
        Assert.Equal(["BYDAY", "BYMONTH", "FREQ"], fields.Keys.Order(StringComparer.Ordinal));
        for (var day = first.Date.PlusDays(1); day.Year <= lastYear; day = day.PlusDays(1))
        {
            if (Matches(day, fields["BYMONTH"], fields["BYDAY"]))
                onsets.Add(((day + first.TimeOfDay).WithOffset(before).ToInstant(), after));
        }
    }

    private static bool Matches(LocalDate day, string month, string weekday)
    {
        if (day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture) != month)
            return false;

        var name = day.DayOfWeek.ToString().ToUpperInvariant()[..2];
        var isLast = day.PlusWeeks(1).Month != day.Month;
        return weekday == $"{(day.Day + 6) / 7}{name}" || (isLast && weekday == $"-1{name}");
    }

    private static Offset ReadOffset(string value)
    {
        var digits = value[1..].PadRight(6, '0');
        var seconds =
            (int.Parse(digits[..2], null) * 3600) + (int.Parse(digits[2..4], null) * 60) + int.Parse(digits[4..], null);
        return Offset.FromSeconds(value[0] == '-' ? -seconds : seconds);
    }
}
