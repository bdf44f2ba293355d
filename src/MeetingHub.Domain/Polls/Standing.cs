using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Polls;

/// <summary>
/// How an option stands. <paramref name="Hardest"/> is the place where the meeting falls worst, null when no places are known.
/// </summary>
/// <param name="Hindered">Those who are required and cannot.</param>
/// <param name="Silent">How many have not answered about it.</param>
public sealed record Standing(
    PollOption Option,
    int Yes,
    int IfNeedBe,
    int No,
    int Silent,
    IReadOnlyList<Guid> Hindered,
    PlaceMoment? Hardest
)
{
    public bool IsFeasible => Hindered.Count == 0;

    /// <summary>
    /// The options, the best first: one at which every required person can be before one at which somebody cannot; then the
    /// fewest who cannot, then the most who can, then the one that is least hard on those on whom it is hardest
    /// (see <see cref="Burden"/>; a curfew is beyond all), then the earliest.
    /// </summary>
    public static IReadOnlyList<Standing> Of(
        Poll poll,
        IReadOnlyCollection<Ballot> ballots,
        IReadOnlyList<Customs> places
    )
    {
        var length = Duration.FromMinutes(poll.Minutes);
        return
        [
            .. poll
                .Options.Select(o => Of(poll, o, ballots, places, length))
                .OrderByDescending(s => s.IsFeasible)
                .ThenBy(s => s.No)
                .ThenByDescending(s => s.Yes)
                .ThenBy(s => Weight(s.Hardest))
                .ThenBy(s => s.Option.Start),
        ];
    }

    private static Standing Of(
        Poll poll,
        PollOption option,
        IReadOnlyCollection<Ballot> ballots,
        IReadOnlyList<Customs> places,
        Duration length
    )
    {
        int[] counts = [0, 0, 0];
        var hindered = new List<Guid>();
        foreach (var ballot in ballots)
        {
            if (!ballot.Votes.TryGetValue(option.Id, out var vote) || poll.Voter(ballot.PersonId) is not { } voter)
                continue;
            counts[(int)vote]++;
            if (vote == Vote.No && voter.IsRequired)
                hindered.Add(voter.PersonId);
        }

        return new Standing(
            option,
            counts[(int)Vote.Yes],
            counts[(int)Vote.IfNeedBe],
            counts[(int)Vote.No],
            poll.Voters.Count - counts.Sum(),
            hindered,
            places.Select(p => PlaceMoment.Of(p, option.Start, length)).MaxBy(m => Weight(m))
        );
    }

    private static int Weight(PlaceMoment? moment) =>
        moment is null ? 0
        : moment.IsCurfew ? int.MaxValue
        : moment.Burden;
}
