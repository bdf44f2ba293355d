using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Folds;

public class TurnoutTests
{
    [Fact]
    public void Answers_are_counted_by_delegation_and_role_and_the_screen_is_nobody()
    {
        var story = Story
            .Planned()
            .Let(HostHead, Answering(Answer.Accepted))
            .Let(Engineer, Answering(Answer.Accepted))
            .Let(HostGuest, Answering(Answer.Tentative));

        var host = Turnout.Of(story.Meeting, Side.Host);
        var partner = Turnout.Of(story.Meeting, Side.Partner);

        Assert.Equal((4, 2, 1, 0, 1), Numbers(host.All));
        Assert.Equal((2, 1, 1, 0, 0), Numbers(host.In(SeatRole.Participant)!));
        Assert.Equal((3, 0, 0, 0, 3), Numbers(partner.All));
        Assert.Null(partner.In(SeatRole.Chamber));
    }

    [Fact]
    public void A_head_who_might_come_does_not_come_yet()
    {
        var story = Story.Planned().Let(HostHead, Answering(Answer.Tentative));
        Assert.False(Turnout.Of(story.Meeting, Side.Host).HeadComes);

        story.Let(HostHead, Answering(Answer.Accepted));
        Assert.True(Turnout.Of(story.Meeting, Side.Host).HeadComes);
    }

    [Fact]
    public void The_representatives_answer_is_told_and_nobody_named_is_told_as_nobody()
    {
        var story = Story.Planned().Let(Mayor, Answering(Answer.Declined));
        Assert.Equal(Answer.Declined, Turnout.Of(story.Meeting, Side.Partner).Representative);

        story.Let(PartnerSecretary, (m, c) => Planning.Uninvite(m, c, Mayor.Seat));
        Assert.Null(Turnout.Of(story.Meeting, Side.Partner).Representative);
        Assert.Equal(2, Turnout.Of(story.Meeting, Side.Partner).All.Asked);
    }

    [Fact]
    public void Those_who_ask_for_another_time_are_listed_by_the_time_they_ask_for()
    {
        var story = Story.Planned().Let(Councillor, Wishing(20)).Let(Mayor, Wishing(9));
        Assert.Equal([Mayor.Seat, Councillor.Seat], Turnout.Of(story.Meeting, Side.Partner).Wishes);
    }

    [Theory]
    [InlineData(null, InterpreterNeed.NobodyAsked)]
    [InlineData(Answer.NeedsAction, InterpreterNeed.Unsure)]
    [InlineData(Answer.Tentative, InterpreterNeed.Unsure)]
    [InlineData(Answer.Accepted, InterpreterNeed.Comes)]
    [InlineData(Answer.Declined, InterpreterNeed.NobodyComes)]
    public void Two_languages_need_an_interpreter(Answer? answer, InterpreterNeed need)
    {
        var story = Story.Planned();
        if (answer is { } given)
        {
            story.Let(HostSecretary, (m, c) => Planning.Invite(m, c, [Interpreter.Invitee]));
            if (given != Answer.NeedsAction)
                story.Let(Interpreter, Answering(given));
        }

        Assert.Equal(need, Turnout.InterpretersOf(story.Meeting));
    }

    [Fact]
    public void One_language_needs_no_interpreter()
    {
        var meeting = Story.Planned().Meeting with { PartnerLanguage = "uk" };
        Assert.Equal(InterpreterNeed.None, Turnout.InterpretersOf(meeting));
    }

    private static readonly Player Interpreter = new(14, Side.Host, SeatRole.Interpreter, HasAccount: true);

    private static Func<Meeting, Caller, Instant, Decision> Answering(Answer answer) =>
        (m, c, now) => Attending.Reply(m, c, answer, null, now);

    private static Func<Meeting, Caller, Instant, Decision> Wishing(int hour) =>
        (m, c, now) =>
            Attending.ProposeTime(
                m,
                c,
                new ProposedTime(
                    new LocalDateTime(2027, 1, 21, hour, 0),
                    "Etc/UTC",
                    Instant.FromUtc(2027, 1, 21, hour, 0),
                    null
                ),
                now
            );

    private static (int, int, int, int, int) Numbers(Answers a) =>
        (a.Asked, a.Accepted, a.Tentative, a.Declined, a.Silent);
}
