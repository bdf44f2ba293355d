using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Meetings.Calendar;
using NodaTime;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

/// <summary>Entries of a calendar, by the reader's clock alone.</summary>
internal static class Entries
{
    public static readonly LocalDate Tuesday = new(2026, 12, 1);

    public static CalendarEntry Entry(string from, string to, LocalDate? day = null, params string[] elsewhere)
    {
        var date = day ?? Tuesday;
        var (begin, end) = (At(date, from), At(date, to));
        return new CalendarEntry(
            Guid.CreateVersion7(),
            $"{from}–{to}",
            MeetingStatus.Scheduled,
            begin,
            end < begin ? end.PlusDays(1) : end,
            [.. elsewhere.Select(z => new Elsewhere(z, begin, end))],
            ""
        );
    }

    private static LocalDateTime At(LocalDate day, string clock) =>
        day.At(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(clock).Value);
}
