using MeetingHub.Domain.Meetings;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

/// <summary>Answers by mail come late and out of order (rules R3 and R7).</summary>
public class ReplyMarkTests
{
    private static readonly Caller ByMail = Mayor.Caller with { LinkId = null };

    [Fact]
    public void An_answer_to_an_earlier_time_is_refused_as_stale()
    {
        var story = Moved(Story.Planned());

        Assert.Equal(Refusal.ReplyStale, story.No(ByMail, Mailed(Answer.Accepted, 0, story.Now)));
        story.Let(ByMail, Mailed(Answer.Accepted, 1, story.Now));
        Assert.Equal(Answer.Accepted, AnswerIn(story));
    }

    [Fact]
    public void An_answer_given_before_somebody_else_was_uninvited_still_counts()
    {
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, Engineer.Seat));
        Assert.Equal(1, story.Meeting.CalendarSequence);

        story.Let(ByMail, Mailed(Answer.Accepted, 0, story.Now));

        Assert.Equal(Answer.Accepted, AnswerIn(story));
    }

    [Fact]
    public void A_wish_for_another_time_than_the_earlier_one_is_stale_too()
    {
        var story = Moved(Story.Planned());
        var time = new ProposedTime(new LocalDateTime(2027, 1, 21, 15, 0), "Europe/Paris", Start, null);

        Assert.Equal(
            Refusal.ReplyStale,
            story.No(ByMail, (m, c, now) => Attending.ProposeTime(m, c, time, now, new ReplyMark(0, now)))
        );
    }

    [Fact]
    public void The_last_word_counts_whichever_letter_comes_last()
    {
        var story = Story.Planned();
        var (first, second) = (story.Now, story.Now + Duration.FromMinutes(5));
        story.After(Duration.FromHours(1)).Let(ByMail, Mailed(Answer.Declined, 0, second));

        story.Let(ByMail, Mailed(Answer.Accepted, 0, first));

        Assert.Equal(Answer.Declined, AnswerIn(story));
    }

    [Fact]
    public void Saying_yes_twice_outlasts_a_no_in_between_that_comes_last()
    {
        var story = Story.Planned();
        var at = story.Now;
        story.After(Duration.FromHours(1)).Let(ByMail, Mailed(Answer.Accepted, 0, at));
        story.Let(ByMail, Mailed(Answer.Accepted, 0, at + Duration.FromMinutes(10)));

        story.Let(ByMail, Mailed(Answer.Declined, 0, at + Duration.FromMinutes(5)));

        Assert.Equal(Answer.Accepted, AnswerIn(story));
    }

    [Fact]
    public void An_answer_on_the_page_is_not_undone_by_an_earlier_letter()
    {
        var story = Story.Planned();
        var written = story.Now;
        story
            .After(Duration.FromMinutes(1))
            .Let(Mayor, (m, c, now) => Attending.Reply(m, c, Answer.Declined, null, now));

        Assert.True(IsSo(story, Mailed(Answer.Accepted, 0, written)));
    }

    [Fact]
    public void The_same_letter_again_has_no_effect()
    {
        var story = Story.Planned();
        story.Let(ByMail, Mailed(Answer.Accepted, 0, story.Now));

        Assert.True(IsSo(story, Mailed(Answer.Accepted, 0, story.Now)));
    }

    [Fact]
    public void A_clock_that_runs_ahead_does_not_outvote_what_is_said_tomorrow()
    {
        var story = Story.Planned();
        story.Let(ByMail, Mailed(Answer.Accepted, 0, story.Now + Duration.FromDays(3650)));
        story.After(Duration.FromHours(1)).Let(ByMail, Mailed(Answer.Declined, 0, story.Now));

        Assert.Equal(Answer.Declined, AnswerIn(story));
    }

    private static Story Moved(Story story)
    {
        var later = Plan with { Local = Plan.Local.PlusHours(1), Start = Plan.Start + Duration.FromHours(1) };
        return story.Let(HostSecretary, (m, c, now) => Planning.Revise(m, c, m.PlanRevision, later, now));
    }

    private static Func<Meeting, Caller, Instant, Decision> Mailed(Answer answer, int sequence, Instant stamp) =>
        (m, c, now) => Attending.Reply(m, c, answer, null, now, new ReplyMark(sequence, stamp));

    private static Answer AnswerIn(Story story) => story.Meeting.Seats[Mayor.Seat].Answer;

    private static bool IsSo(Story story, Func<Meeting, Caller, Instant, Decision> decide) =>
        decide(story.Meeting, ByMail, story.Now) is Accepted { Facts.Count: 0 };
}
