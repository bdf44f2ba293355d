using System.Collections.Immutable;

namespace MeetingHub.Domain.Meetings;

/// <summary>A participant's question, in the language in which it was asked.</summary>
public sealed record Question(Guid Id, Guid SeatId, Side Side, string Language, string Text)
{
    public const int LongestText = 500;
    public const int MostInMeeting = 500;
    public const int MostOpenOfOneSeat = 5;

    public ImmutableHashSet<Guid> Voters { get; init; } = [];
    public bool IsAnswered { get; init; }
    public string? AnswerNote { get; init; }
}
