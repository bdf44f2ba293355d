using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;
using static MeetingHub.Domain.Tests.Polls.GivenPoll;

namespace MeetingHub.Domain.Tests.Polls;

public class PollingTests
{
    [Fact]
    public void Only_a_secretary_of_either_community_asks()
    {
        Assert.Null(No(Polling.Offer(Fresh, PartnerSecretary.Caller, Now)));
        Assert.Equal(Refusal.NotAllowed, No(Polling.Offer(Fresh, HostHead.Caller, Now)));
        Assert.Equal(Refusal.NotAllowed, No(Polling.Offer(Fresh, Stranger, Now)));
    }

    [Fact]
    public void One_to_twenty_different_times_are_offered()
    {
        var many = Enumerable
            .Range(0, 21)
            .Select(i => At(20 + i, 8) with { Start = Start + Duration.FromHours(i) })
            .ToList();

        Assert.Equal(Refusal.PollTimesInvalid, Offer(Fresh with { Options = [] }));
        Assert.Equal(
            Refusal.PollTimesInvalid,
            Offer(Fresh with { Options = [Morning, Morning with { Id = Id(999) }] })
        );
        Assert.Equal(Refusal.PollTimesInvalid, Offer(Fresh with { Options = [.. many] }));
        Assert.Null(Offer(Fresh with { Options = [.. many.Skip(1)] }));
    }

    [Fact]
    public void A_time_that_has_passed_is_not_offered() =>
        Assert.Equal(
            Refusal.StartInThePast,
            Offer(Fresh with { Options = [Noon, Morning with { Start = Now - Duration.FromMinutes(1) }] })
        );

    [Fact]
    public void The_deadline_lies_ahead_and_not_after_the_last_time()
    {
        Assert.Equal(Refusal.PollDeadlineInvalid, Offer(Fresh with { Deadline = Now }));
        Assert.Equal(
            Refusal.PollDeadlineInvalid,
            Offer(Fresh with { Deadline = Night.Start + Duration.FromMinutes(1) })
        );
        Assert.Null(Offer(Fresh with { Deadline = Night.Start }));
        Assert.Equal(Refusal.ZoneUnknown, Offer(Fresh with { DeadlineZone = "Mars/Olympus" }));
    }

    [Fact]
    public void Somebody_is_asked_and_nobody_twice()
    {
        Assert.Equal(Refusal.PollNobodyAsked, Offer(Fresh with { Voters = [] }));
        Assert.Equal(Refusal.AlreadyInvited, Offer(Fresh with { Voters = [Asked(Mayor), Asked(Mayor)] }));
    }

    [Fact]
    public void What_no_meeting_can_be_no_poll_can_be_either()
    {
        Assert.Equal(Refusal.TitleMissing, Offer(Fresh with { Title = LocalText.Empty }));
        Assert.Equal(Refusal.DurationOutOfRange, Offer(Fresh with { Minutes = 2 }));
        Assert.Equal(Refusal.PartnerInvalid, Offer(Fresh with { PartnerId = Hromada }));
        Assert.Equal(Refusal.TextTooLong, Offer(Fresh with { Note = new string('x', 1001) }));
    }

    [Fact]
    public void Two_secretaries_do_not_undo_each_others_work_unseen()
    {
        var closed = After(Polling.Close(Open, HostSecretary.Caller, Open.Revision));

        Assert.Equal(
            Refusal.ChangedMeanwhile,
            No(Polling.MoveDeadline(closed, PartnerSecretary.Caller, Open.Revision, Start, "Europe/Paris", Now))
        );
        var reopened = After(
            Polling.MoveDeadline(closed, PartnerSecretary.Caller, closed.Revision, Start, "Europe/Paris", Now)
        );
        Assert.Equal(
            (PollStatus.Open, Start, "Europe/Paris"),
            (reopened.Status, reopened.Deadline, reopened.DeadlineZone)
        );
    }

    [Fact]
    public void A_time_is_added_while_the_poll_is_open()
    {
        var later = At(4, 12);
        var more = After(Polling.AddOption(Open, HostSecretary.Caller, Open.Revision, later, Now));

        Assert.Equal(4, more.Options.Count);
        Assert.Equal(
            Refusal.PollTimesInvalid,
            No(Polling.AddOption(more, HostSecretary.Caller, more.Revision, later with { Id = Id(999) }, Now))
        );
        Assert.Equal(
            Refusal.PollOver,
            No(Polling.AddOption(Open, HostSecretary.Caller, Open.Revision, later, Open.Deadline))
        );
    }

    [Fact]
    public void The_deadline_closes_the_poll_and_no_sooner()
    {
        Assert.Equal(PollStatus.Closed, After(Polling.Expire(Open, Open.Deadline)).Status);
        Assert.Equal(Refusal.PollOver, No(Polling.Expire(Open, Open.Deadline - Duration.FromSeconds(1))));
    }

    [Fact]
    public void One_time_becomes_the_meeting_and_no_second_one()
    {
        var decided = After(Polling.Choose(Open, HostSecretary.Caller, Noon.Id, Now));

        Assert.Equal((PollStatus.Decided, Noon.Id), (decided.Status, decided.ChosenOption));
        Assert.Equal(decided, After(Polling.Choose(decided, PartnerSecretary.Caller, Noon.Id, Now)));
        Assert.Equal(Refusal.PollOver, No(Polling.Choose(decided, HostSecretary.Caller, Morning.Id, Now)));
        Assert.Equal(Refusal.PollOver, No(Polling.Close(decided, HostSecretary.Caller, decided.Revision)));
    }

    [Fact]
    public void Neither_a_time_that_has_passed_nor_one_of_a_withdrawn_poll_becomes_a_meeting()
    {
        Assert.Equal(
            Refusal.StartInThePast,
            No(Polling.Choose(Open, HostSecretary.Caller, Noon.Id, Noon.Start + Duration.FromMinutes(1)))
        );
        var withdrawn = After(Polling.Withdraw(Open, HostSecretary.Caller, Open.Revision));
        Assert.Equal(Refusal.PollOver, No(Polling.Choose(withdrawn, HostSecretary.Caller, Noon.Id, Now)));
    }

    [Fact]
    public void The_meetings_id_is_known_beforehand_and_another_for_each_poll()
    {
        Assert.Equal(Open.MeetingId, (Fresh with { Minutes = 90 }).MeetingId);
        Assert.NotEqual(Open.MeetingId, (Fresh with { Id = Id(901) }).MeetingId);
        Assert.NotEqual(Open.Id, Open.MeetingId);
    }

    [Fact]
    public void Nobody_is_shown_a_link_by_which_the_other_sides_head_answers()
    {
        Assert.Equal(Refusal.NotAllowed, Polling.CannotShowLink(Open, HostSecretary.Caller, Mayor.PersonId));
        Assert.Null(Polling.CannotShowLink(Open, PartnerSecretary.Caller, Mayor.PersonId));
        Assert.Null(Polling.CannotShowLink(Open, HostSecretary.Caller, Councillor.PersonId));
        Assert.Equal(Refusal.NotFound, Polling.CannotShowLink(Open, HostSecretary.Caller, Engineer.PersonId));
    }

    private static Refusal? Offer(Poll poll) => No(Polling.Offer(poll, HostSecretary.Caller, Now));
}
