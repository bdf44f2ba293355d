using NodaTime;

namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>
/// A week as it is drawn: days beside each other, hours under each other, in rows of a quarter of an hour by the reader's clock.
/// Office hours are always there, and as much of the night as meetings need.
/// </summary>
public sealed record WeekGrid(int FirstHour, int EndHour, IReadOnlyList<WeekDay> Days)
{
    public const int RowsOfHour = 4;

    /// <summary>Narrower than a third of a day's width nobody can read; the rest is counted and found in the list.</summary>
    public const int MostLanes = 3;

    private const int RowsOfDay = 24 * RowsOfHour;
    private const int MinutesOfRow = 60 / RowsOfHour;

    /// <summary>A line of text is as high as half an hour: shorter meetings are drawn so long, and count as overlapping so.</summary>
    private const int LeastRows = 2;

    private const int OfficeFrom = 7;
    private const int OfficeTo = 19;

    public IEnumerable<int> Hours => Enumerable.Range(FirstHour, EndHour - FirstHour);

    public static WeekGrid Of(IEnumerable<LocalDate> days, IReadOnlyList<CalendarEntry> entries)
    {
        var parts = days.Select(d => (Day: d, Parts: entries.Where(e => e.Touches(d)).Select(e => Part(e, d)).ToList()))
            .ToList();
        var all = parts.SelectMany(p => p.Parts).ToList();
        var first = all.Select(p => p.From / RowsOfHour).Append(OfficeFrom).Min();
        var end = all.Select(p => (p.To + RowsOfHour - 1) / RowsOfHour).Append(OfficeTo).Max();
        return new WeekGrid(first, end, [.. parts.Select(p => Placed(p.Day, p.Parts, first * RowsOfHour))]);
    }

    private static (CalendarEntry Entry, int From, int To) Part(CalendarEntry entry, LocalDate day)
    {
        var from = entry.From.Date < day ? 0 : Minute(entry.From) / MinutesOfRow;
        var to = entry.To.Date > day ? RowsOfDay : (Minute(entry.To) + MinutesOfRow - 1) / MinutesOfRow;
        from = Math.Min(from, RowsOfDay - LeastRows);
        // In the hour that autumn repeats a meeting may end by the clock before it began.
        return (entry, from, Math.Max(to, from + LeastRows));
    }

    private static WeekDay Placed(LocalDate day, List<(CalendarEntry Entry, int From, int To)> parts, int firstRow)
    {
        parts = [.. parts.OrderBy(p => p.From).ThenBy(p => p.Entry.From)];
        var blocks = parts
            .Zip(Lanes.Of([.. parts.Select(p => (p.From, p.To))]))
            .Select(p => new WeekBlock(
                p.First.Entry,
                p.First.From - firstRow,
                p.First.To - firstRow,
                p.Second with
                {
                    Of = Math.Min(p.Second.Of, MostLanes),
                }
            ))
            .ToList();
        return new WeekDay(
            day,
            [.. blocks.Where(b => b.Lane.Index < MostLanes)],
            blocks.Count(b => b.Lane.Index >= MostLanes)
        );
    }

    private static int Minute(LocalDateTime at) => at.Hour * 60 + at.Minute;
}

/// <summary>A day of the week's drawing, and how many meetings found no place in it.</summary>
public sealed record WeekDay(LocalDate Date, IReadOnlyList<WeekBlock> Blocks, int Unplaced);

/// <summary>A meeting, or the part of it in one day: from row to row, counted from the first hour drawn.</summary>
public sealed record WeekBlock(CalendarEntry Entry, int From, int To, Lane Lane)
{
    /// <summary>The classes of <c>calendar.css</c> that put it there: the content policy forbids styles on elements.</summary>
    public string Place => $"{Rows.Of(From, To)} lane-{Lane.Index + 1}-of-{Lane.Of}";
}

public static class Rows
{
    public static string Of(int from, int to) =>
        $"h-{from / WeekGrid.RowsOfHour} q-{from % WeekGrid.RowsOfHour} to-h-{to / WeekGrid.RowsOfHour} to-q-{to % WeekGrid.RowsOfHour}";
}
