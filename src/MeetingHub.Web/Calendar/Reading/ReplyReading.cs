namespace MeetingHub.Web.Calendar.Reading;

/// <summary>The replies in a calendar: empty and without fault when it is something else, such as a REQUEST.</summary>
public sealed record ReplyReading(IReadOnlyList<CalendarReply> Replies, CalendarFault? Fault);
