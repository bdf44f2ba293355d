using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;

namespace MeetingHub.Domain.Tests.Folds;

/// <summary>All that the room sees, written out, so that two rooms can be compared and searched for what must not be in it.</summary>
public static class Room
{
    public static string Seen(Meeting meeting)
    {
        var state = LiveState.Of(meeting);
        return string.Join(
            '\n',
            [$"{state}", .. state.Questions.Select(q => $"{q}"), .. state.Items.Select(i => $"{i}")]
        );
    }
}
