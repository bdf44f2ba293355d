using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Domain.Polls;

/// <summary>
/// What somebody has answered so far; an option that is not among the votes is not answered yet. <paramref name="Revision"/>
/// rises each time that they save.
/// </summary>
public sealed record Ballot(
    Guid PersonId,
    long Revision,
    IReadOnlyDictionary<Guid, Vote> Votes,
    string? Comment,
    Instant? SavedAt
)
{
    public const int LongestComment = 1000;

    public static Ballot Empty(Guid personId) => new(personId, 0, new Dictionary<Guid, Vote>(), null, null);

    public bool Answers(Poll poll) => poll.Options.All(o => Votes.ContainsKey(o.Id));
}

public abstract record BallotDecision
{
    public static implicit operator BallotDecision(Refusal reason) => new BallotRefused(reason);

    public static implicit operator BallotDecision(Ballot after) => new BallotAccepted(after);
}

public sealed record BallotAccepted(Ballot After) : BallotDecision;

public sealed record BallotRefused(Refusal Reason) : BallotDecision;

/// <summary>What those who are asked do.</summary>
public static class Voting
{
    /// <summary>
    /// Saves what stands in one browser's form. <paramref name="basedOn"/> is the ballot that the form was filled from: what
    /// another tab has saved since is shown to them and not overwritten unseen. An option that the form does not name, because
    /// it was added meanwhile, keeps its answer.
    /// </summary>
    public static BallotDecision Cast(
        Poll poll,
        Ballot ballot,
        long basedOn,
        IReadOnlyDictionary<Guid, Vote> votes,
        string? comment,
        Instant now
    )
    {
        if (poll.Voter(ballot.PersonId) is null)
            return Refusal.LinkInvalid;
        if (!poll.IsOpen(now))
            return Refusal.PollOver;
        if (votes.Keys.Any(id => poll.Option(id) is null) || votes.Values.Any(v => !Enum.IsDefined(v)))
            return Refusal.NotFound;
        if (comment is { Length: > Ballot.LongestComment })
            return Refusal.TextTooLong;
        if (votes.Count == 0 && ballot.Votes.Count == 0 && comment is null)
            return Refusal.PollNothingMarked;
        if (
            ballot.Votes.All(v => votes.GetValueOrDefault(v.Key, v.Value) == v.Value)
            && votes.Keys.All(ballot.Votes.ContainsKey)
            && comment == ballot.Comment
        )
            return ballot;
        if (basedOn != ballot.Revision)
            return Refusal.ChangedMeanwhile;

        var all = new Dictionary<Guid, Vote>(ballot.Votes);
        foreach (var (option, vote) in votes)
            all[option] = vote;
        return ballot with { Revision = ballot.Revision + 1, Votes = all, Comment = comment, SavedAt = now };
    }
}
