namespace MeetingHub.Web.Calendar;

/// <summary>
/// The name by which calendars know a meeting. It never changes and is the same for everyone: a client finds the event
/// to update by it, and a reply is matched by it. The feed uses it too, so that one meeting is one event everywhere.
/// </summary>
public static class MeetingUid
{
    public static string Of(Guid meetingId) => $"{meetingId:N}@meetinghub";
}
