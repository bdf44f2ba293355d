using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Duration = NodaTime.Duration;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// The local times of a series, by Ical.Net's evaluator on a clock without zone: zones are NodaTime's business. The
/// evaluator walks from the first time on, however long ago that was, in a step that cannot be broken off, so the start is
/// moved close to what is asked about first.
/// </summary>
internal static class Recurrence
{
    /// <summary>Times of the rule from about <paramref name="from"/> until <paramref name="to"/>, in order.</summary>
    public static IEnumerable<LocalDateTime> Of(
        RepeatRule rule,
        WrittenTime start,
        LocalDateTime from,
        LocalDateTime to,
        Effort effort
    )
    {
        var first = rule.Pattern.Count is null ? MovedTowards(from, start.Local, rule.Unit) : start.Local;
        if (first > to)
            yield break;

        var evaluator = new RecurrencePatternEvaluator(rule.Pattern);
        using var times = evaluator
            .Evaluate(
                Written(first, start.IsDate),
                null,
                new EvaluationOptions { MaxUnmatchedIncrementsLimit = rule.MostUnmatched }
            )
            .GetEnumerator();
        while (effort.CanStep() && Next(times, rule, effort) is { } time && time <= to)
        {
            if (time >= from)
                yield return time;
        }
    }

    // Whole steps only, so that "every third week" stays in its rhythm.
    private static LocalDateTime MovedTowards(LocalDateTime from, LocalDateTime start, Duration? unit)
    {
        if (unit is not { } step || from <= start)
            return start;

        var steps = (long)((from.InUtc().ToInstant() - start.InUtc().ToInstant()) / step);
        return (start.InUtc().ToInstant() + (step * steps)).InUtc().LocalDateTime;
    }

    private static LocalDateTime? Next(IEnumerator<Ical.Net.DataTypes.Period> times, RepeatRule rule, Effort effort)
    {
        try
        {
            return times.MoveNext() ? LocalDateTime.FromDateTime(times.Current.StartTime.Value) : null;
        }
        catch (EvaluationLimitExceededException)
        {
            // Long steps have left every window behind by then; after short ones nothing is known.
            if (rule.Unit is { } unit && unit.TotalDays * rule.MostUnmatched < DaysThatProve(rule))
                effort.GiveUp(CalendarFault.TooSlow);

            return null;
        }
        catch (Exception e) when (e is EvaluationException or EvaluationOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    // A year is longer than windows are. A counted rule starts far from its window, and 29 February can be away eight years.
    private static int DaysThatProve(RepeatRule rule) => rule.Pattern.Count is null ? 400 : 3000;

    private static CalDateTime Written(LocalDateTime time, bool isDate) =>
        isDate ? new CalDateTime(time.Date.ToDateOnly()) : new CalDateTime(time.ToDateTimeUnspecified());
}
