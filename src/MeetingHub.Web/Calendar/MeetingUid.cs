namespace MeetingHub.Web.Calendar;

/// <summary>
/// The name by which calendars know a meeting. It never changes and is the same for everyone: a client finds the event
/// to update by it, and a reply is matched by it. The feed uses it too, so that one meeting is one event everywhere.
/// </summary>
public static class MeetingUid
{
    private const string Suffix = "@meetinghub";

    public static string Of(Guid meetingId) => $"{meetingId:N}{Suffix}";

    /// <summary>The meeting or series whose name this would be; null for an event that is none of ours.</summary>
    public static Guid? Read(string uid) =>
        uid.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
        && Guid.TryParseExact(uid[..^Suffix.Length], "N", out var id)
            ? id
            : null;
}
