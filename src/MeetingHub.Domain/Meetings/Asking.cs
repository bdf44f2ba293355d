using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Domain.Meetings;

/// <summary>Questions from the floor: asked in one's own language, supported by others, answered and noted.</summary>
public static class Asking
{
    public static Decision Ask(Meeting meeting, Caller caller, Guid questionId, string language, string text)
    {
        if (CannotSpeak(meeting, caller) is { } refusal)
            return refusal;
        if (!Language.IsKnown(language))
            return Refusal.LanguageUnknown;
        if (string.IsNullOrWhiteSpace(text))
            return Refusal.TextEmpty;
        if (text.Length > Question.LongestText)
            return Refusal.TextTooLong;
        if (meeting.Question(questionId) is not null)
            return Refusal.AlreadyExists;
        if (
            meeting.Questions.Count >= Question.MostInMeeting
            || meeting.Questions.Count(q => q.SeatId == caller.SeatId && !q.IsAnswered) >= Question.MostOpenOfOneSeat
        )
            return Refusal.TooManyQuestions;
        var seat = meeting.Seats[caller.SeatId!.Value];
        return new QuestionAsked(questionId, seat.Id, seat.Side, language, text.Trim());
    }

    public static Decision Upvote(Meeting meeting, Caller caller, Guid questionId, bool wanted)
    {
        if (CannotSpeak(meeting, caller) is { } refusal)
            return refusal;
        if (meeting.Question(questionId) is not { } question)
            return Refusal.NotFound;
        var seat = caller.SeatId!.Value;
        if (question.Voters.Contains(seat) == wanted)
            return Decision.Of();
        return wanted ? new QuestionUpvoted(questionId, seat) : new UpvoteWithdrawn(questionId, seat);
    }

    public static Decision MarkAnswered(Meeting meeting, Caller caller, Guid questionId, string? note, string language)
    {
        if (!caller.Steers)
            return Refusal.NotAllowed;
        if (meeting.Question(questionId) is not { } question)
            return Refusal.NotFound;
        if (note is { Length: > 2000 })
            return Refusal.TextTooLong;
        return question.IsAnswered && question.AnswerNote == note
            ? Decision.Of()
            : new QuestionAnswered(questionId, note, Language.IsKnown(language) ? language : Language.English);
    }

    public static Decision Reopen(Meeting meeting, Caller caller, Guid questionId) =>
        !caller.Steers ? Refusal.NotAllowed
        : meeting.Question(questionId) is not { } question ? Refusal.NotFound
        : question.IsAnswered ? new QuestionReopened(questionId)
        : Decision.Of();

    private static Refusal? CannotSpeak(Meeting meeting, Caller caller) =>
        caller.SeatId is not { } id || !meeting.Seats.TryGetValue(id, out var seat) || seat.Role == SeatRole.Chamber
            ? Refusal.NotAllowed
        : seat.IsRemoved ? Refusal.SeatRemoved
        : meeting.Status is MeetingStatus.Closed ? Refusal.MeetingClosed
        : meeting.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
        : null;
}
