using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Folds;

public class LiveStateTests
{
    [Fact]
    public void The_room_sees_the_slide_the_question_and_the_item()
    {
        var story = Story
            .Agreed()
            .Let(Engineer, (m, c, now) => Presenting.TakeSlides(m, c, now, now))
            .Let(Engineer, (m, c) => Presenting.ShowSlide(m, c, 1, "hospital", 1))
            .Let(Councillor, (m, c) => Asking.Ask(m, c, Id(60), "fr", "Combien de lits ?"))
            .Let(Mayor, (m, c) => Asking.Upvote(m, c, Id(60), true));
        var state = LiveState.Of(story.Meeting);
        Assert.Equal(("hospital", 1, Engineer.Seat), (state.SlideId, state.Step, state.SlidesHeldBy));
        Assert.Equal(("Combien de lits ?", 1), (state.Questions[0].Text, state.Questions[0].Votes));
        Assert.Equal(
            (ActionStatus.Agreed, true, true),
            (state.Items[0].Status, state.Items[0].Host, state.Items[0].Partner)
        );
    }

    [Fact]
    public void A_pause_shows_its_reason_and_since_when()
    {
        var story = Story.Opened().Let(HostSecretary, (m, c) => Attending.Pause(m, c, PauseReason.AirRaidAlert));
        var state = LiveState.Of(story.Meeting);
        Assert.Equal((PauseReason.AirRaidAlert, story.Now), (state.PausedFor, state.PausedAt));
    }

    [Fact]
    public void The_room_learns_nothing_of_who_is_asked_or_let_in()
    {
        var story = Story.Planned();
        var before = Room.Seen(story.Meeting);
        story.Let(PartnerSecretary, (m, c) => Planning.Uninvite(m, c, Councillor.Seat));
        Assert.Equal(before, Room.Seen(story.Meeting));
    }
}
