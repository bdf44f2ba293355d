using NodaTime.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes action items as tasks (VTODO). A plain file without METHOD: the tasks are a copy to keep, not a request to answer.
/// </summary>
public static class TodoCalendar
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static string Write(IReadOnlyList<TodoEntry> items)
    {
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, method: null);
        foreach (var item in items)
            Write(ics, item);

        ics.End("VCALENDAR");
        return ics.ToString();
    }

    private static void Write(IcsWriter ics, TodoEntry item)
    {
        ics.Begin("VTODO");
        ics.Value("UID", $"{item.Id:N}@meetinghub");
        ics.At("DTSTAMP", item.Stamp);
        ics.Text("SUMMARY", SafeText.Line(item.Summary));
        if (!string.IsNullOrWhiteSpace(item.Description))
            ics.Text("DESCRIPTION", item.Description);

        if (item.Due is { } due)
            ics.Value("DUE", Date.Format(due), new IcsParameter("VALUE", "DATE"));

        ics.Value("STATUS", Written(item.Status));
        // Some task lists look at the percentage alone. COMPLETED is left out: when it was done is not known here.
        if (item.Status == TodoStatus.Completed)
            ics.Value("PERCENT-COMPLETE", "100");

        ics.Link("URL", item.Url);
        ics.End("VTODO");
    }

    private static string Written(TodoStatus status) =>
        status switch
        {
            TodoStatus.NeedsAction => "NEEDS-ACTION",
            TodoStatus.InProcess => "IN-PROCESS",
            TodoStatus.Completed => "COMPLETED",
            TodoStatus.Cancelled => "CANCELLED",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
