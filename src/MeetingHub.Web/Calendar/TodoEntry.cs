using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>How far an action item has come, in the words of RFC 5545 section 3.8.1.11.</summary>
public enum TodoStatus
{
    NeedsAction,
    InProcess,
    Completed,
    Cancelled,
}

/// <summary>An action item as a task in somebody's calendar.</summary>
/// <param name="Id">The item; a client finds the task to update by it.</param>
/// <param name="Stamp">When this version was made.</param>
/// <param name="Summary">What is to be done, one line.</param>
/// <param name="Description">Anything more, several lines; may be empty.</param>
/// <param name="Due">The last day, in no zone: a deadline is a date, not an hour. Null when none was agreed.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Url">Where the item stands in MeetingHub.</param>
public sealed record TodoEntry(
    Guid Id,
    Instant Stamp,
    string Summary,
    string Description,
    LocalDate? Due,
    TodoStatus Status,
    Uri Url
);
