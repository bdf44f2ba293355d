using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Tests.Folds;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class FallbackTests
{
    [Theory]
    [InlineData(59, Refusal.FallbackInvalid)]
    [InlineData(60, null)]
    [InlineData(60 * 24 * 60, null)]
    [InlineData(60 * 24 * 60 + 1, Refusal.FallbackInvalid)]
    public void A_fallback_lies_after_the_end_and_within_sixty_days(int minutes, Refusal? expected)
    {
        var slot = Fallback with { Start = Start + Duration.FromMinutes(minutes) };
        Assert.Equal(expected, (Plan with { Fallback = slot }).Fault());
    }

    [Fact]
    public void A_fallback_in_no_zone_is_none() =>
        Assert.Equal(
            Refusal.FallbackInvalid,
            (Plan with { Fallback = Fallback with { Zone = "Europe/Izium" } }).Fault()
        );

    [Fact]
    public void One_press_moves_the_meeting_where_it_was_agreed()
    {
        var story = Agreed();
        var before = story.Meeting;
        story.Let(PartnerSecretary, Planning.MoveToFallback);

        Assert.Equal(Plan with { Local = Fallback.Local, Start = Fallback.Start }, story.Meeting.Plan);
        Assert.Equal(before.CalendarSequence + 1, story.Meeting.CalendarSequence);
        Assert.True(story.Meeting.CalendarStamp > before.CalendarStamp);
        Assert.Equal(story.Meeting.Seq, story.Meeting.PlanRevision);
    }

    [Fact]
    public void Everyone_is_asked_again_for_the_other_time()
    {
        var story = Agreed().Let(Mayor, (m, c, now) => Attending.Reply(m, c, Answer.Accepted, null, now));
        story.Let(HostSecretary, Planning.MoveToFallback);
        Assert.Equal(Answer.NeedsAction, story.Meeting.Seats[Mayor.Seat].Answer);
    }

    [Fact]
    public void In_an_alert_the_meeting_stops_being_live_and_waits_to_be_opened_again()
    {
        var story = CutOff().Let(HostSecretary, Planning.MoveToFallback);
        var state = LiveState.Of(story.Meeting);
        Assert.Equal((MeetingStatus.Scheduled, null, null), (state.Status, state.PausedFor, state.SlidesHeldBy));
        Assert.Equal(new PostponedTo(Fallback.Local, Fallback.Zone), state.GoesOn);
        Assert.Contains(Mayor.Seat, story.Meeting.Present);

        story.At(Fallback.Start).Let(HostSecretary, Attending.Open);
        Assert.Equal(Fallback.Start, story.Meeting.OpenedAt);
        Assert.Null(LiveState.Of(story.Meeting).GoesOn);
        Assert.Equal("hospital", story.Meeting.SlideId);
    }

    [Fact]
    public void A_time_moved_once_more_is_the_time_that_the_room_is_told()
    {
        var later = Start + Duration.FromDays(4);
        var story = CutOff().Let(HostSecretary, Planning.MoveToFallback);
        story.Let(
            HostSecretary,
            (m, c, now) =>
                Planning.Revise(m, c, m.PlanRevision, m.Plan with { Start = later, Local = Local(later) }, now)
        );
        Assert.Equal(Local(later), LiveState.Of(story.Meeting).GoesOn!.Local);
    }

    [Fact]
    public void Only_a_secretary_moves_a_meeting() =>
        Assert.Equal(Refusal.NotAllowed, CutOff().No(Engineer, Planning.MoveToFallback));

    [Fact]
    public void A_second_press_finds_nothing_to_do() =>
        Assert.Equal(
            Refusal.FallbackMissing,
            Agreed().Let(HostSecretary, Planning.MoveToFallback).No(PartnerSecretary, Planning.MoveToFallback)
        );

    [Fact]
    public void A_fallback_that_has_passed_is_none() =>
        Assert.Equal(
            Refusal.StartInThePast,
            CutOff().At(Fallback.Start + Duration.FromMinutes(1)).No(HostSecretary, Planning.MoveToFallback)
        );

    [Fact]
    public void A_meeting_that_is_over_goes_on_nowhere()
    {
        Assert.Equal(
            Refusal.MeetingClosed,
            CutOff().Let(HostSecretary, Attending.Close).No(HostSecretary, Planning.MoveToFallback)
        );
        Assert.Equal(
            Refusal.MeetingCancelled,
            Agreed()
                .Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null))
                .No(HostSecretary, Planning.MoveToFallback)
        );
    }

    [Fact]
    public void The_record_tells_both_parts_of_it_as_one_meeting()
    {
        var story = CutOff().After(Duration.FromMinutes(10)).Let(HostSecretary, Planning.MoveToFallback);
        var cut = story.Now;
        story.Note(new AttendanceNoted([], [Mayor.Seat]));
        story.At(Fallback.Start).Let(HostSecretary, Attending.Open);
        story.Note(new AttendanceNoted([Mayor.Seat], []));
        var minutes = Minutes.Of(story.Id, story.Log);

        Assert.Equal(Start, minutes.Meeting.OpenedAt);
        Assert.Equal([new Postponement(cut, Fallback.Start)], minutes.Postponements);
        Assert.Equal(cut, minutes.Pauses.Single().To);
        var stays = minutes.Presences.Single(p => p.SeatId == Mayor.Seat).Stays;
        Assert.Equal([(Start, (Instant?)cut), (Fallback.Start, null)], stays.Select(s => (s.From, s.To)));
    }

    [Fact]
    public void The_room_is_told_the_time_and_not_the_plan()
    {
        var plan = Plan with { Fallback = Fallback };
        foreach (MeetingEvent fact in new MeetingEvent[] { new MeetingPostponed(plan), new MeetingRescheduled(plan) })
        {
            var told = PublicFacts.Of(fact) switch
            {
                MeetingPostponed e => e.Plan,
                MeetingRescheduled e => e.Plan,
                _ => null,
            };
            Assert.Equal((Plan.Start, Plan.Local), (told!.Start, told.Local));
            Assert.True(told is { Agenda.Count: 0, VideoLink: null, Fallback: null });
        }
    }

    private static Story Agreed() =>
        Story
            .Planned()
            .Let(
                HostSecretary,
                (m, c, now) => Planning.Revise(m, c, m.PlanRevision, m.Plan with { Fallback = Fallback }, now)
            );

    /// <summary>Half an hour into the meeting, in an alert, with the mayor there and the second slide shown.</summary>
    private static Story CutOff() =>
        Agreed()
            .At(Start)
            .Let(HostSecretary, Attending.Open)
            .Note(new AttendanceNoted([Mayor.Seat], []))
            .Let(HostSecretary, (m, c) => Presenting.PlaceDeck(m, c, Deck))
            .Let(Engineer, (m, c, now) => Presenting.TakeSlides(m, c, now, now))
            .Let(Engineer, (m, c) => Presenting.ShowSlide(m, c, 1, "hospital", 0))
            .After(Duration.FromMinutes(30))
            .Let(HostSecretary, (m, c) => Attending.Pause(m, c, PauseReason.AirRaidAlert));

    private static LocalDateTime Local(Instant instant) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[Plan.Zone]).LocalDateTime;
}
