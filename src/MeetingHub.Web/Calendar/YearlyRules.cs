using System.Globalization;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Finds the two yearly rules ("the last Sunday of March at 03:00") behind a list of clock changes, if there are such.
/// A rule is taken only when it gives exactly the listed changes and none besides before the end of the window:
/// zones whose law changes in between (Vancouver in 2026) keep their list.
/// </summary>
public static class YearlyRules
{
    /// <summary>Two observances with a rule, or null when the changes do not follow two yearly rules.</summary>
    public static IReadOnlyList<Observance>? For(IReadOnlyList<Observance> changes, Instant to)
    {
        var kinds = changes
            .GroupBy(c =>
                (c.IsDaylight, c.OffsetBefore, c.Offset, c.Name, c.Onset.Month, c.Onset.DayOfWeek, c.Onset.TimeOfDay)
            )
            .Select(kind => WithRule([.. kind], to))
            .ToList();
        return kinds is [{ } first, { } second] ? [first, second] : null;
    }

    private static Observance? WithRule(IReadOnlyList<Observance> kind, Instant to)
    {
        // One change alone proves no rule.
        if (kind.Count < 2)
            return null;

        int[] candidates = [-1, 1, 2, 3, 4];
        foreach (var week in candidates)
        {
            if (Gives(kind, week, to))
                return kind[0] with { Rule = Write(kind[0].Onset, week) };
        }

        return null;
    }

    private static bool Gives(IReadOnlyList<Observance> kind, int week, Instant to)
    {
        for (var n = 0; n < kind.Count; n++)
        {
            if (kind[n].Onset != Occurrence(kind[0].Onset, n, week))
                return false;
        }

        return Occurrence(kind[0].Onset, kind.Count, week).WithOffset(kind[0].OffsetBefore).ToInstant() >= to;
    }

    private static LocalDateTime Occurrence(LocalDateTime first, int yearsLater, int week)
    {
        var month = new YearMonth(first.Year + yearsLater, first.Month).ToDateInterval();
        var day =
            week < 0
                ? month.End.PlusDays(1).Previous(first.DayOfWeek)
                : month.Start.PlusDays(-1).Next(first.DayOfWeek).PlusWeeks(week - 1);
        return day + first.TimeOfDay;
    }

    private static string Write(LocalDateTime onset, int week) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"FREQ=YEARLY;BYMONTH={onset.Month};BYDAY={week}{onset.DayOfWeek.ToString()[..2].ToUpperInvariant()}"
        );
}
