using MeetingHub.Domain;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Meetings.Calendar;

public enum CalendarView
{
    Month,
    Week,
    Agenda,
}

/// <summary>
/// The days that a view of the calendar shows, and the ones before and after it. Weeks begin on Monday. Its address says also
/// whose clock stands beside the reader's, if they chose one.
/// </summary>
public sealed record CalendarSpan(CalendarView View, LocalDate Date, string? Zone = null)
{
    private const int AgendaDays = 30;

    public LocalDate First =>
        View switch
        {
            CalendarView.Month => Monday(new LocalDate(Date.Year, Date.Month, 1)),
            CalendarView.Week => Monday(Date),
            _ => Date,
        };

    /// <summary>The last day shown; a month is shown in whole weeks.</summary>
    public LocalDate Last =>
        View switch
        {
            CalendarView.Month => Monday(new LocalDate(Date.Year, Date.Month, 1).PlusMonths(1).PlusDays(-1))
                .PlusDays(6),
            CalendarView.Week => First.PlusDays(6),
            _ => Date.PlusDays(AgendaDays - 1),
        };

    public IEnumerable<LocalDate> Days =>
        Enumerable.Range(0, Period.DaysBetween(First, Last) + 1).Select(First.PlusDays);

    public IEnumerable<LocalDate[]> Weeks => Days.Chunk(7);

    public CalendarSpan Before => this with { Date = Moved(-1) };

    public CalendarSpan After => this with { Date = Moved(1) };

    public string Address =>
        $"/calendar?view={Code.Of(View)}&date={LocalDatePattern.Iso.Format(Date)}"
        + (Zone is null ? "" : $"&zone={Uri.EscapeDataString(Zone)}");

    public static CalendarSpan Read(string? view, string? date, LocalDate today) =>
        new(
            Enum.TryParse<CalendarView>(view, ignoreCase: true, out var v) && Enum.IsDefined(v)
                ? v
                : CalendarView.Month,
            LocalDatePattern.Iso.Parse(date ?? "") is { Success: true, Value: { Year: > 1970 and < 2200 } day }
                ? day
                : today
        );

    private LocalDate Moved(int by) =>
        View switch
        {
            CalendarView.Month => new LocalDate(Date.Year, Date.Month, 1).PlusMonths(by),
            CalendarView.Week => Date.PlusWeeks(by),
            _ => Date.PlusDays(by * AgendaDays),
        };

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
