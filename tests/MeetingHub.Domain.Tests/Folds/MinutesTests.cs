using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Folds;

public class MinutesTests
{
    private static readonly Duration TenMinutes = Duration.FromMinutes(10);

    [Fact]
    public void The_record_says_who_was_there_and_until_when()
    {
        var story = Story.Opened().Let(HostSecretary, Came(Mayor, Engineer)).After(TenMinutes);
        story.Let(HostSecretary, Went(Mayor)).After(TenMinutes).Let(HostSecretary, Came(Mayor)).After(TenMinutes);
        story.Let(HostSecretary, Attending.Close);
        Assert.Equal(
            [new Stay(Start, Start + TenMinutes), new Stay(Start + TenMinutes * 2, Start + TenMinutes * 3)],
            StaysOf(story, Mayor)
        );
        Assert.Equal([new Stay(Start, Start + TenMinutes * 3)], StaysOf(story, Engineer));
    }

    [Fact]
    public void Who_reads_on_after_the_end_was_not_at_the_meeting()
    {
        var story = Story
            .Opened()
            .Let(HostSecretary, Attending.Close)
            .After(TenMinutes)
            .Let(HostSecretary, Came(Councillor));
        Assert.Empty(Of(story).Presences);
    }

    [Fact]
    public void Who_stayed_for_a_reopened_meeting_was_at_both_parts()
    {
        var story = Story
            .Opened()
            .Let(HostSecretary, Came(Mayor))
            .After(TenMinutes)
            .Let(HostSecretary, Attending.Close);
        story
            .After(TenMinutes)
            .Let(HostSecretary, Attending.Open)
            .After(TenMinutes)
            .Let(HostSecretary, Attending.Close);
        Assert.Equal(
            [new Stay(Start, Start + TenMinutes), new Stay(Start + TenMinutes * 2, Start + TenMinutes * 3)],
            StaysOf(story, Mayor)
        );
    }

    [Fact]
    public void A_meeting_that_was_cancelled_midway_ends_there_for_everyone()
    {
        var story = Story.Opened().Let(HostSecretary, Came(Mayor)).Let(HostSecretary, Pause(PauseReason.AirRaidAlert));
        story.After(TenMinutes).Let(HostSecretary, (m, c) => Planning.Cancel(m, c, "alert"));
        Assert.Equal([new Stay(Start, Start + TenMinutes)], StaysOf(story, Mayor));
        Assert.Equal([new Pause(PauseReason.AirRaidAlert, Start, Start + TenMinutes)], Of(story).Pauses);
    }

    [Fact]
    public void An_alert_is_an_entry_with_its_beginning_and_end()
    {
        var story = Story.Opened().Let(HostSecretary, Pause(PauseReason.AirRaidAlert)).After(TenMinutes);
        Assert.Equal([new Pause(PauseReason.AirRaidAlert, Start, null)], Of(story).Pauses);
        story.Let(HostSecretary, Attending.Resume);
        Assert.Equal([new Pause(PauseReason.AirRaidAlert, Start, Start + TenMinutes)], Of(story).Pauses);
    }

    [Fact]
    public void An_alert_in_a_recess_ends_the_recess()
    {
        var story = Story.Opened().Let(HostSecretary, Pause(PauseReason.Recess)).After(TenMinutes);
        story.Let(HostSecretary, Pause(PauseReason.AirRaidAlert)).After(TenMinutes).Let(HostSecretary, Attending.Close);
        Assert.Equal(
            [
                new Pause(PauseReason.Recess, Start, Start + TenMinutes),
                new Pause(PauseReason.AirRaidAlert, Start + TenMinutes, Start + TenMinutes * 2),
            ],
            Of(story).Pauses
        );
    }

    [Fact]
    public void Slides_count_from_the_opening_and_a_step_is_no_new_slide()
    {
        var story = Story.Planned().Let(Engineer, (m, c) => Presenting.PlaceDeck(m, c, Deck));
        story
            .Let(Engineer, (m, c, now) => Presenting.TakeSlides(m, c, now, now))
            .At(Start)
            .Let(HostSecretary, Attending.Open);
        story.After(TenMinutes).Let(Engineer, Show("hospital")).Let(Engineer, Show("hospital", 1));
        Assert.Equal(
            [new SlideSeen("v1", "title", Start), new SlideSeen("v1", "hospital", Start + TenMinutes)],
            Of(story).Slides
        );
    }

    [Fact]
    public void A_new_version_of_the_shown_slide_is_recorded()
    {
        var story = Story
            .Opened()
            .After(TenMinutes)
            .Let(HostSecretary, (m, c) => Presenting.PlaceDeck(m, c, Deck with { Version = "v2" }));
        Assert.Equal(
            [new SlideSeen("v1", "title", Start), new SlideSeen("v2", "title", Start + TenMinutes)],
            Of(story).Slides
        );
    }

    [Fact]
    public void Agenda_items_are_recorded_as_they_were_taken_up()
    {
        var story = Story
            .Opened()
            .Let(HostSecretary, OpenItem(Damage))
            .After(TenMinutes)
            .Let(HostSecretary, OpenItem(Welcome));
        Assert.Equal(
            [new AgendaTaken(Damage.Id, Start), new AgendaTaken(Welcome.Id, Start + TenMinutes)],
            Of(story).Agenda
        );
    }

    [Fact]
    public void A_question_is_recorded_with_its_answer_or_without_one()
    {
        var story = Story.Opened().Let(Mayor, (m, c) => Asking.Ask(m, c, Id(60), "fr", "Combien ?")).After(TenMinutes);
        story.Let(HostSecretary, (m, c) => Asking.MarkAnswered(m, c, Id(60), "120", "fr"));
        var answered = Assert.Single(Of(story).Questions);
        Assert.Equal(
            (Start, Start + TenMinutes, "120"),
            (answered.AskedAt, answered.AnsweredAt, answered.Question.AnswerNote)
        );
        story.Let(HostSecretary, (m, c) => Asking.Reopen(m, c, Id(60)));
        var open = Assert.Single(Of(story).Questions);
        Assert.Equal((null, null), (open.AnsweredAt, open.Question.AnswerNote));
    }

    [Fact]
    public void A_secretarys_remark_stands_beside_its_section_with_its_author()
    {
        var note = new RecordAnnotated(Id(90), "agenda", Side.Host, "fr", "Précision");
        var remark = Assert.Single(
            Of(Story.Opened().Let(PartnerSecretary, (m, c) => Agreeing.Annotate(m, c, note))).Remarks
        );
        Assert.Equal(("agenda", Side.Partner, PartnerSecretary.PersonId), (remark.Section, remark.Side, remark.By));
    }

    [Fact]
    public void The_record_ends_where_the_meeting_stands() =>
        Assert.Equal(ActionStatus.Agreed, Of(Story.Agreed()).Meeting.Items[0].Status);

    private static Minutes Of(Story story) => Minutes.Of(story.Id, story.Log);

    private static IReadOnlyList<Stay> StaysOf(Story story, Player who) =>
        Of(story).Presences.Single(p => p.SeatId == who.Seat).Stays;

    private static Func<Meeting, Caller, Decision> Came(params Player[] who) =>
        (m, _) => Attending.NoteAttendance(m, who.Select(p => p.Seat), []);

    private static Func<Meeting, Caller, Decision> Went(params Player[] who) =>
        (m, _) => Attending.NoteAttendance(m, [], who.Select(p => p.Seat));

    private static Func<Meeting, Caller, Decision> Pause(PauseReason reason) => (m, c) => Attending.Pause(m, c, reason);

    private static Func<Meeting, Caller, Decision> OpenItem(AgendaItem item) =>
        (m, c) => Attending.OpenAgendaItem(m, c, item.Id);

    private static Func<Meeting, Caller, Decision> Show(string slide, int step = 0) =>
        (m, c) => Presenting.ShowSlide(m, c, 1, slide, step);
}
