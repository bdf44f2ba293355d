using MeetingHub.Domain.Meetings;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>What somebody wrote beside the answer, fit to be shown and short enough to be kept.</summary>
internal static class ReplyComment
{
    public static string? Of(CalendarPart part, ContentLine attendee)
    {
        var said = part.All("COMMENT").Select(line => line.Text);
        if (CalendarAddress.FromUri(attendee.Parameter("DELEGATED-TO")) is { } other)
            said = said.Append($"→ {other}");

        var text = SafeText.Lines(string.Join('\n', said)).Trim();
        return text.Length == 0 ? null : Cut(text);
    }

    private static string Cut(string text)
    {
        if (text.Length <= Attending.LongestNote)
            return text;

        var end = Attending.LongestNote - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
