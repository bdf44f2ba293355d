using System.Globalization;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// When the meetings of a series are and how its calendar says so. A meeting at a skipped or doubled hour, or during which the
/// clock changes, gets an event of its own in UTC: RFC 5545 says two things of it (sections 3.3.5 and 3.3.10), clients a third.
/// For the same reason the rule ends with UNTIL: some would not count such a meeting.
/// </summary>
internal sealed class SeriesTimes
{
    private readonly SeriesCard series;
    private readonly DateTimeZone zone;
    private readonly string? zoneId;
    private readonly IReadOnlyList<Occurrence> occurrences;

    private SeriesTimes(SeriesCard series)
    {
        this.series = series;
        var id = ZoneSpelling.Of(series.Rule.Zone);
        zone = DateTimeZoneProviders.Tzdb[id];
        zoneId = ZoneSpelling.IsUtc(id) ? null : id;
        occurrences = series.Rule.Occurrences();
    }

    public static SeriesTimes Of(SeriesCard series)
    {
        var times = new SeriesTimes(series);
        if (series.Rule.Fault() is { } fault)
            throw new ArgumentException($"No calendar has such a rule: {fault}.", nameof(series));
        if (series.Usual.Start != times.occurrences[0].Start)
            throw new ArgumentException("The series starts with the first meeting of its rule.", nameof(series));
        if (series.Exceptions.DistinctBy(e => e.Day).Count() < series.Exceptions.Count)
            throw new ArgumentException("A meeting has one exception.", nameof(series));
        if (series.Exceptions.Any(e => times.Find(e.Day) is null))
            throw new ArgumentException("An exception is to a meeting of the series.", nameof(series));
        return times;
    }

    /// <summary>From the first to the last meeting, in the zone of the rule.</summary>
    public IEnumerable<ZonedSpan> Whole() =>
        [new(occurrences[0].Start, occurrences[^1].Start + series.Usual.Length, zoneId)];

    /// <summary>What RECURRENCE-ID needs the zone for when a meeting stands alone.</summary>
    public IEnumerable<ZonedSpan> Around(LocalDate day)
    {
        var start = Find(day)!.Start;
        return [new(start, start + series.Usual.Length, zoneId)];
    }

    /// <summary>All meetings that need an event of their own, by their day.</summary>
    public IReadOnlyList<SeriesInstance> OfTheirOwn()
    {
        var exceptions = series.Exceptions.ToDictionary(e => e.Day);
        var own = new List<SeriesInstance>();
        foreach (var one in occurrences)
        {
            if (exceptions.TryGetValue(one.Local.Date, out var exception))
            {
                if (!exception.Card.IsCancelled)
                    own.Add(Instance(exception));
            }
            else if (!IsPlain(one))
                own.Add(new SeriesInstance(series.Usual with { Start = one.Start }, one, InUtc(one)));
        }

        return own;
    }

    public SeriesInstance Instance(ExceptionalMeeting exception)
    {
        var card = series.Written(exception);
        return new SeriesInstance(card, Find(exception.Day)!, ZonedSpan.Of(card.Start, card.Length, card.ZoneId));
    }

    public void WriteRule(IcsWriter ics)
    {
        var first = occurrences[0];
        WriteOriginal(ics, "DTSTART", first);
        // DTEND would be read from the odd clock of the first meeting and so lengthen or shorten all.
        if (IsPlain(first))
            Write(ics, "DTEND", (first.Start + series.Usual.Length).InZone(zone).LocalDateTime);
        else
            ics.Value("DURATION", $"PT{series.Usual.Length.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)}M");
        ics.Value("RRULE", RecurrenceText.Of(series.Rule, occurrences[^1].Start));
        foreach (var day in series.Exceptions.Where(e => e.Card.IsCancelled).Select(e => e.Day).Order())
            WriteOriginal(ics, "EXDATE", Find(day)!);
    }

    /// <summary>The time that the rule gives to a meeting, in the zone of the rule, though it be skipped or doubled there.</summary>
    public void WriteOriginal(IcsWriter ics, string name, Occurrence one) => Write(ics, name, one.Local);

    /// <summary>What a reader has to find in the whole series' calendar.</summary>
    public IEnumerable<MeantTime> Meant(IReadOnlyList<SeriesInstance> own)
    {
        var apart = own.Select(o => o.Original)
            .Concat(series.Exceptions.Where(e => e.Card.IsCancelled).Select(e => Find(e.Day)!))
            .ToHashSet();
        return occurrences
            .Where(o => !apart.Contains(o))
            .Select(o => new MeantTime(o.Start, o.Start, o.Start + series.Usual.Length))
            .Concat(own.Select(o => o.Meant));
    }

    private Occurrence? Find(LocalDate day) => occurrences.FirstOrDefault(o => o.Local.Date == day);

    private bool IsPlain(Occurrence one)
    {
        var end = (one.Start + series.Usual.Length).InZone(zone);
        return one.IsOrdinary
            && zone.GetUtcOffset(one.Start) == end.Offset
            && zone.MapLocal(end.LocalDateTime).Count == 1;
    }

    private ZonedSpan InUtc(Occurrence one) => new(one.Start, one.Start + series.Usual.Length, null);

    private void Write(IcsWriter ics, string name, LocalDateTime local)
    {
        if (zoneId is null)
            ics.At(name, local.InUtc().ToInstant());
        else
            ics.Value(name, ZonedSpan.LocalPattern.Format(local), new IcsParameter("TZID", zoneId));
    }
}
