using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Reads the times of a calendar that we wrote, the way a client does that believes its text and has no zones of its own.
/// It shares no code with the writers, which it judges.
/// </summary>
internal static class CalendarReading
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );

    /// <summary>Every meeting of a calendar of one UID: those of the rule, and those that have events of their own.</summary>
    public static IReadOnlyList<MeantTime> Times(string ics)
    {
        var calendar = IcsPart.Parse(ics);
        var events = calendar.Called("VEVENT").ToList();
        var lastYear = events.SelectMany(e => e.Lines).Where(IsTime).Max(Year) + 6;
        var zones = calendar
            .Called("VTIMEZONE")
            .Select(z => new ZoneReading(z, lastYear))
            .ToDictionary(z => z.Id, StringComparer.Ordinal);
        var own = events.Where(e => e.Any("RECURRENCE-ID") is not null).Select(e => Own(e, zones)).ToList();
        if (events.SingleOrDefault(e => e.Any("RECURRENCE-ID") is null) is not { } whole)
            return own;

        var usual = Usual(whole, zones);
        if (own.Any(o => usual.RemoveAll(u => u.Original == o.Original) != 1))
            throw new InvalidOperationException("An event of its own replaces no meeting of the rule.");
        return [.. usual, .. own];
    }

    private static List<MeantTime> Usual(IcsPart whole, Dictionary<string, ZoneReading> zones)
    {
        var start = whole.One("DTSTART");
        var length = LengthOf(whole, zones);
        var first = Instant(start, zones);
        if (whole.Any("RRULE") is not { } text)
            return [new MeantTime(first, first, first + length)];

        var rule = new RuleReading(text.Value);
        var local = Local.Parse(start.Value.TrimEnd('Z')).Value;
        // A day more than UNTIL in UTC, which may fall on the day before the zone's.
        return
        [
            .. rule.Days(local.Date, rule.Until!.Value.InUtc().Date.PlusDays(1))
                .Select(day => Instant(start with { Value = Moved(start.Value, day + local.TimeOfDay) }, zones))
                .Where(instant => instant <= rule.Until)
                .Except(whole.Lines.Where(l => l.Name == "EXDATE").Select(l => Instant(l, zones)))
                .Select(instant => new MeantTime(instant, instant, instant + length)),
        ];
    }

    private static MeantTime Own(IcsPart one, Dictionary<string, ZoneReading> zones)
    {
        var start = Instant(one.One("DTSTART"), zones);
        return new MeantTime(Instant(one.One("RECURRENCE-ID"), zones), start, start + LengthOf(one, zones));
    }

    private static Duration LengthOf(IcsPart part, Dictionary<string, ZoneReading> zones) =>
        part.Any("DURATION") is { } written
            ? PeriodPattern.NormalizingIso.Parse(written.Value).Value.ToDuration()
            : Instant(part.One("DTEND"), zones) - Instant(part.One("DTSTART"), zones);

    private static Instant Instant(IcsLine line, Dictionary<string, ZoneReading> zones) =>
        line.Zone is { } zone ? zones[zone].InstantOf(Local.Parse(line.Value).Value) : Utc.Parse(line.Value).Value;

    private static string Moved(string like, LocalDateTime local) =>
        Local.Format(local) + (like.EndsWith('Z') ? "Z" : "");

    private static bool IsTime(IcsLine line) => line.Name is "DTSTART" or "DTEND";

    private static int Year(IcsLine line) =>
        int.Parse(line.Value[..4], System.Globalization.CultureInfo.InvariantCulture);
}
