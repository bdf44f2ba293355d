using MeetingHub.Domain.Meetings;

namespace MeetingHub.Domain.Folds;

/// <summary>Who of one delegation can come, as far as they have said. The chamber's screen is nobody.</summary>
/// <param name="Representative">The answer of whoever may confirm for the side; null when nobody is named.</param>
/// <param name="Interpreter">The best answer of its interpreters; null when none is asked.</param>
/// <param name="Wishes">Seats that asked for another time.</param>
public sealed record Turnout(
    Side Side,
    int Asked,
    int Accepted,
    int Tentative,
    int Declined,
    Answer? Representative,
    Answer? Interpreter,
    IReadOnlyList<Guid> Wishes
)
{
    public int Silent => Asked - Accepted - Tentative - Declined;

    public static Turnout Of(Meeting meeting, Side side)
    {
        var seats = meeting
            .Seats.Values.Where(s => s.Side == side && !s.IsRemoved && s.Role != SeatRole.Chamber)
            .ToList();
        var interpreters = seats.Where(s => s.Role == SeatRole.Interpreter).Select(s => s.Answer).ToList();
        return new Turnout(
            side,
            seats.Count,
            seats.Count(s => s.Answer == Answer.Accepted),
            seats.Count(s => s.Answer == Answer.Tentative),
            seats.Count(s => s.Answer == Answer.Declined),
            meeting.RepresentativeOf(side) is { } id ? meeting.Seats[id].Answer : null,
            interpreters.Count == 0 ? null : interpreters.MinBy(Hope),
            [.. seats.Where(s => s.Proposed is not null).OrderBy(s => s.Proposed!.Start).Select(s => s.Id)]
        );
    }

    private static int Hope(Answer answer) =>
        answer switch
        {
            Answer.Accepted => 0,
            Answer.Tentative => 1,
            Answer.NeedsAction => 2,
            _ => 3,
        };
}
