using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;
using static MeetingHub.Domain.Tests.Polls.GivenPoll;

namespace MeetingHub.Domain.Tests.Polls;

public class VotingTests
{
    private static readonly Ballot Blank = Ballot.Empty(Councillor.PersonId);

    [Fact]
    public void An_answer_is_changed_until_the_deadline_and_not_after()
    {
        var first = Cast(Blank, 0, (Morning, Vote.Yes), (Noon, Vote.No));
        var second = Cast(first, 1, (Noon, Vote.IfNeedBe));

        Assert.Equal((Vote.Yes, Vote.IfNeedBe), (second.Votes[Morning.Id], second.Votes[Noon.Id]));
        Assert.False(second.Answers(Open));
        Assert.Equal(Refusal.PollOver, No(second, 2, Open.Deadline, (Noon, Vote.Yes)));
    }

    [Fact]
    public void What_another_tab_saved_is_not_overwritten_unseen()
    {
        var first = Cast(Blank, 0, (Morning, Vote.Yes));
        Assert.Equal(Refusal.ChangedMeanwhile, No(first, 0, Now, (Morning, Vote.No)));
    }

    [Fact]
    public void The_same_press_twice_saves_once()
    {
        var first = Cast(Blank, 0, (Morning, Vote.Yes));
        Assert.Same(first, Cast(first, 0, (Morning, Vote.Yes)));
    }

    [Fact]
    public void Nothing_marked_is_said_so()
    {
        Assert.Equal(Refusal.PollNothingMarked, No(Blank, 0, Now));
        Assert.IsType<BallotAccepted>(Voting.Cast(Open, Blank, 0, Votes(), "Спитайте мера", Now));
    }

    [Fact]
    public void Neither_strangers_nor_unknown_times_nor_invented_answers_count()
    {
        Assert.Equal(Refusal.LinkInvalid, No(Ballot.Empty(Engineer.PersonId), 0, Now, (Morning, Vote.Yes)));
        Assert.Equal(Refusal.NotFound, No(Blank, 0, Now, (At(77, 9), Vote.Yes)));
        Assert.Equal(Refusal.NotFound, No(Blank, 0, Now, (Morning, (Vote)7)));
        Assert.IsType<BallotRefused>(Voting.Cast(Open, Blank, 0, Votes((Noon, Vote.No)), new string('x', 1001), Now));
    }

    private static Ballot Cast(Ballot ballot, long basedOn, params (PollOption, Vote)[] votes) =>
        Assert.IsType<BallotAccepted>(Voting.Cast(Open, ballot, basedOn, Votes(votes), ballot.Comment, Now)).After;

    private static Refusal No(Ballot ballot, long basedOn, Instant now, params (PollOption, Vote)[] votes) =>
        Assert.IsType<BallotRefused>(Voting.Cast(Open, ballot, basedOn, Votes(votes), null, now)).Reason;

    private static Dictionary<Guid, Vote> Votes(params (PollOption Option, Vote Vote)[] votes) =>
        votes.ToDictionary(v => v.Option.Id, v => v.Vote);
}
