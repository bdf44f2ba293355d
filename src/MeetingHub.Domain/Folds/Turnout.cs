using MeetingHub.Domain.Meetings;

namespace MeetingHub.Domain.Folds;

/// <summary>What some of those who are asked have answered.</summary>
public sealed record Answers(int Asked, int Accepted, int Tentative, int Declined)
{
    public int Silent => Asked - Accepted - Tentative - Declined;

    /// <summary>In the order in which a secretary hopes for them.</summary>
    public IEnumerable<(Answer Answer, int Count)> Each =>
        [
            (Answer.Accepted, Accepted),
            (Answer.Tentative, Tentative),
            (Answer.Declined, Declined),
            (Answer.NeedsAction, Silent),
        ];

    /// <summary>The best answer there is among them; null when nobody is asked.</summary>
    public Answer? Best =>
        Asked == 0 ? null
        : Accepted > 0 ? Answer.Accepted
        : Tentative > 0 ? Answer.Tentative
        : Silent > 0 ? Answer.NeedsAction
        : Answer.Declined;

    public static Answers Of(IReadOnlyCollection<Seat> seats) =>
        new(
            seats.Count,
            seats.Count(s => s.Answer == Answer.Accepted),
            seats.Count(s => s.Answer == Answer.Tentative),
            seats.Count(s => s.Answer == Answer.Declined)
        );
}

/// <summary>Who of one delegation can come, as far as they have said. The chamber's screen is nobody.</summary>
/// <param name="Roles">The same for each role that anybody is asked in.</param>
/// <param name="Representative">The answer of whoever may confirm for the side; null when nobody is named.</param>
/// <param name="Wishes">Seats that asked for another time, the earliest wish first.</param>
public sealed record Turnout(
    Side Side,
    Answers All,
    IReadOnlyList<(SeatRole Role, Answers Answers)> Roles,
    Answer? Representative,
    IReadOnlyList<Guid> Wishes
)
{
    /// <summary>A head said that they will come.</summary>
    public bool HeadComes => In(SeatRole.Head)?.Accepted > 0;

    public Answers? In(SeatRole role) => Roles.FirstOrDefault(r => r.Role == role).Answers;

    public static Turnout Of(Meeting meeting, Side side)
    {
        var seats = meeting
            .Seats.Values.Where(s => s.Side == side && !s.IsRemoved && s.Role != SeatRole.Chamber)
            .ToList();
        return new Turnout(
            side,
            Answers.Of(seats),
            [.. seats.GroupBy(s => s.Role).OrderBy(g => g.Key).Select(g => (g.Key, Answers.Of([.. g])))],
            meeting.RepresentativeOf(side) is { } id ? meeting.Seats[id].Answer : null,
            [.. seats.Where(s => s.Proposed is not null).OrderBy(s => s.Proposed!.Start).Select(s => s.Id)]
        );
    }

    /// <summary>
    /// Whether the sides will understand each other. One interpreter of either side is enough; two sides of one language need none.
    /// </summary>
    public static InterpreterNeed InterpretersOf(Meeting meeting)
    {
        if (meeting.HostLanguage == meeting.PartnerLanguage)
            return InterpreterNeed.None;
        var interpreters = meeting.Seats.Values.Where(s => s.Role == SeatRole.Interpreter && !s.IsRemoved).ToList();
        return Answers.Of(interpreters).Best switch
        {
            null => InterpreterNeed.NobodyAsked,
            Answer.Accepted => InterpreterNeed.Comes,
            Answer.Declined => InterpreterNeed.NobodyComes,
            _ => InterpreterNeed.Unsure,
        };
    }
}

public enum InterpreterNeed
{
    None,
    Comes,
    Unsure,
    NobodyAsked,
    NobodyComes,
}
