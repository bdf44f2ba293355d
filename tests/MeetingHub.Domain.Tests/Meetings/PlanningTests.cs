using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class PlanningTests
{
    private static readonly Invitee Newcomer = new(
        Id(170),
        Id(70),
        Side.Partner,
        SeatRole.Participant,
        false,
        "fr",
        false
    );
    private static readonly MeetingPlan HourLater = Plan with
    {
        Local = Plan.Local.PlusHours(1),
        Start = Start + Duration.FromHours(1),
    };

    [Fact]
    public void A_scheduled_meeting_seats_everyone_who_was_asked()
    {
        var story = Story.Planned();
        Assert.Equal(Everyone.Select(p => p.Seat).Order(), story.Meeting.Seats.Keys.Order());
        Assert.Equal(MeetingStatus.Scheduled, story.Meeting.Status);
    }

    [Fact]
    public void Only_a_secretary_of_either_community_schedules()
    {
        Assert.Equal(Refusal.NotAllowed, NoToSchedule(Scheduled, caller: HostHead.Caller));
        Assert.Equal(Refusal.NotAllowed, NoToSchedule(Scheduled, caller: Stranger));
    }

    [Fact]
    public void A_community_does_not_meet_itself() =>
        Assert.Equal(Refusal.PartnerInvalid, NoToSchedule(Scheduled with { PartnerId = Hromada }));

    [Fact]
    public void Each_side_needs_a_language_that_is_spoken_here() =>
        Assert.Equal(Refusal.LanguageUnknown, NoToSchedule(Scheduled with { PartnerLanguage = "de" }));

    [Fact]
    public void A_faulty_plan_is_not_scheduled() =>
        Assert.Equal(Refusal.DurationOutOfRange, NoToSchedule(Scheduled with { Plan = Plan with { Minutes = 1 } }));

    [Fact]
    public void A_meeting_is_not_scheduled_in_the_past() =>
        Assert.Equal(Refusal.StartInThePast, NoToSchedule(Scheduled, now: Start + Duration.FromSeconds(1)));

    [Fact]
    public void A_meeting_can_be_scheduled_to_begin_now() => Assert.Null(NoToSchedule(Scheduled, now: Start));

    [Fact]
    public void The_first_guest_list_is_checked_like_any_other()
    {
        Assert.Equal(Refusal.LanguageUnknown, NoToSchedule(Scheduled, invited: [Newcomer with { Language = "de" }]));
        Assert.Equal(
            Refusal.AlreadyInvited,
            NoToSchedule(Scheduled, invited: [Newcomer, Newcomer with { SeatId = Id(171) }])
        );
    }

    [Fact]
    public void The_other_sides_secretary_may_revise_too()
    {
        var story = Story.Planned();
        story.Let(PartnerSecretary, Revise(story, HourLater));
        Assert.Equal(HourLater, story.Meeting.Plan);
    }

    [Fact]
    public void Whoever_steers_nothing_cannot_plan()
    {
        var story = Story.Planned();
        foreach (var who in new[] { HostHead, Engineer, HostGuest, Mayor, Councillor, Hall })
        {
            Assert.Equal(Refusal.NotAllowed, story.No(who, Revise(story, HourLater)));
            Assert.Equal(Refusal.NotAllowed, story.No(who, (m, c) => Planning.Cancel(m, c, null)));
            Assert.Equal(Refusal.NotAllowed, story.No(who, (m, c) => Planning.Invite(m, c, [Newcomer])));
            Assert.Equal(Refusal.NotAllowed, story.No(who, (m, c) => Planning.Uninvite(m, c, Councillor.Seat)));
            Assert.Equal(Refusal.NotAllowed, story.No(who, (m, c) => Planning.NameRepresentative(m, c, who.Seat)));
            Assert.Equal(Refusal.NotAllowed, story.No(who, IssueLink(who.Seat)));
            Assert.Equal(Refusal.NotAllowed, story.No(who, (m, c) => Planning.RevokeLinks(m, c, who.Seat)));
        }
    }

    [Fact]
    public void An_edit_of_an_old_plan_is_refused_and_shown_the_difference()
    {
        var story = Story.Planned();
        var seen = story.Meeting.PlanRevision;
        story.Let(HostSecretary, Revise(story, HourLater));
        Assert.Equal(
            Refusal.ChangedMeanwhile,
            story.No(PartnerSecretary, (m, c, now) => Planning.Revise(m, c, seen, Plan with { Minutes = 90 }, now))
        );
    }

    [Fact]
    public void Asking_one_more_guest_does_not_stale_an_open_edit()
    {
        var story = Story.Planned();
        var seen = story.Meeting.PlanRevision;
        story.Let(PartnerSecretary, (m, c) => Planning.Invite(m, c, [Newcomer]));
        story.Let(HostSecretary, (m, c, now) => Planning.Revise(m, c, seen, HourLater, now));
        Assert.Equal(HourLater, story.Meeting.Plan);
    }

    [Fact]
    public void A_faulty_revision_is_refused_and_an_unchanged_one_is_so_already()
    {
        var story = Story.Planned();
        Assert.Equal(
            Refusal.TitleMissing,
            story.No(HostSecretary, Revise(story, Plan with { Title = LocalText.Empty }))
        );
        Assert.True(story.IsSo(HostSecretary, Revise(story, Plan)));
    }

    [Fact]
    public void A_meeting_cannot_be_moved_into_the_past_but_its_title_can_be_mended_after_the_start()
    {
        var story = Story.Opened().After(Duration.FromMinutes(5));
        var earlier = Plan with { Start = Start - Duration.FromHours(1), Local = Plan.Local.PlusHours(-1) };
        Assert.Equal(Refusal.StartInThePast, story.No(HostSecretary, Revise(story, earlier)));
        Assert.Null(story.No(HostSecretary, Revise(story, Plan with { Title = Both("Зустріч", "Rencontre") })));
    }

    [Fact]
    public void A_new_time_asks_everyone_again_and_forgets_what_they_said_of_the_old_one()
    {
        var story = Story
            .Planned()
            .Let(Mayor, (m, c, now) => Attending.Reply(m, c, Answer.Accepted, "ten minutes late", now));
        var before = story.Meeting.CalendarSequence;
        story.Let(HostSecretary, Revise(story, HourLater));
        var seat = story.Meeting.Seats[Mayor.Seat];
        Assert.Equal((Answer.NeedsAction, null), (seat.Answer, seat.AnswerNote));
        Assert.True(story.Meeting.CalendarSequence > before);
    }

    [Theory]
    [InlineData("Europe/Kyiv", "Réunion")]
    [InlineData("Europe/Kiev", "Rencontre des communes")]
    public void A_change_of_anything_but_the_time_keeps_every_reply(string zone, string title)
    {
        var story = Story.Planned().Let(Mayor, (m, c, now) => Attending.Reply(m, c, Answer.Accepted, null, now));
        var before = story.Meeting.CalendarSequence;
        story.Let(HostSecretary, Revise(story, Plan with { Zone = zone, Title = Both("Зустріч", title) }));
        Assert.IsType<MeetingDetailsChanged>(story.Last);
        Assert.Equal(Answer.Accepted, story.Meeting.Seats[Mayor.Seat].Answer);
        Assert.Equal(before, story.Meeting.CalendarSequence);
    }

    [Fact]
    public void Every_fact_that_calendars_are_told_has_a_later_stamp_however_close()
    {
        var story = Story.Planned();
        var stamp = story.Meeting.CalendarStamp;
        story.Let(HostSecretary, Revise(story, HourLater));
        Assert.True(story.Meeting.CalendarStamp > stamp);
        stamp = story.Meeting.CalendarStamp;
        story.Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.True(story.Meeting.CalendarStamp > stamp);
    }

    [Fact]
    public void Whoever_is_asked_back_gets_a_higher_sequence_than_their_cancellation_had()
    {
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat));
        var cancelled = story.Meeting.CalendarSequence;
        story.Let(HostSecretary, (m, c) => Planning.Invite(m, c, [HostGuest.Invitee]));
        Assert.True(story.Meeting.CalendarSequence > cancelled);
    }

    [Fact]
    public void Asking_a_whole_council_does_not_date_its_invitations_ahead() =>
        Assert.Equal(WeekBefore, Story.Planned().Meeting.CalendarStamp);

    [Fact]
    public void A_cancelled_meeting_is_planned_no_further()
    {
        var story = Story.Planned().Let(PartnerSecretary, (m, c) => Planning.Cancel(m, c, "air raid"));
        Assert.Equal("air raid", story.Meeting.CancelReason);
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Revise(story, HourLater)));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, (m, c) => Planning.Cancel(m, c, null)));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, (m, c) => Planning.Invite(m, c, [Newcomer])));
        Assert.Equal(
            Refusal.MeetingCancelled,
            story.No(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat))
        );
    }

    [Fact]
    public void A_meeting_that_is_over_can_be_neither_moved_nor_cancelled()
    {
        var story = Story.Opened().Let(HostSecretary, Attending.Close);
        Assert.Equal(Refusal.MeetingClosed, story.No(HostSecretary, Revise(story, HourLater)));
        Assert.Equal(Refusal.MeetingClosed, story.No(HostSecretary, (m, c) => Planning.Cancel(m, c, null)));
    }

    [Fact]
    public void A_reason_for_cancelling_is_short() =>
        Assert.Equal(
            Refusal.TextTooLong,
            Story.Planned().No(HostSecretary, (m, c) => Planning.Cancel(m, c, new string('a', 1001)))
        );

    [Fact]
    public void Nobody_is_asked_twice()
    {
        var story = Story.Planned();
        var again = Councillor.Invitee with { SeatId = Id(171) };
        Assert.Equal(Refusal.AlreadyInvited, NoToInvite(story, again));
        Assert.Equal(Refusal.AlreadyInvited, NoToInvite(story, Newcomer, Newcomer with { SeatId = Id(171) }));
    }

    [Fact]
    public void A_newcomer_cannot_be_put_on_another_persons_seat()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.AlreadyExists, NoToInvite(story, Newcomer with { SeatId = Mayor.Seat }));
        Assert.Equal(Refusal.AlreadyExists, NoToInvite(story, Newcomer, Newcomer with { PersonId = Id(71) }));
    }

    [Fact]
    public void A_newcomer_reads_a_language_that_is_spoken_here() =>
        Assert.Equal(Refusal.LanguageUnknown, NoToInvite(Story.Planned(), Newcomer with { Language = "ru" }));

    [Fact]
    public void There_is_an_end_to_the_seats()
    {
        var crowd = Enumerable.Range(0, Planning.MostSeats - Everyone.Length);
        var invited = crowd.Select(i => Newcomer with { SeatId = Id(10_000 + i), PersonId = Id(50_000 + i) }).ToArray();
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Invite(m, c, invited));
        Assert.Equal(Refusal.TooManySeats, NoToInvite(story, Newcomer));
    }

    [Fact]
    public void One_who_was_uninvited_can_be_asked_again()
    {
        var story = Story
            .Planned()
            .Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat))
            .Let(HostSecretary, (m, c) => Planning.Invite(m, c, [HostGuest.Invitee]));
        Assert.False(story.Meeting.SeatOf(HostGuest.PersonId)!.IsRemoved);
    }

    [Fact]
    public void Uninviting_someone_unknown_finds_nobody_and_twice_changes_nothing()
    {
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, (m, c) => Planning.Uninvite(m, c, Id(999))));
        Assert.True(story.IsSo(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat)));
    }

    [Fact]
    public void An_uninvited_driver_loses_the_slides()
    {
        var story = Story.Presented().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, Engineer.Seat));
        Assert.Null(story.Meeting.SlidesHeldBy);
        Assert.Null(story.No(HostHead, (m, c, now) => Presenting.TakeSlides(m, c, now, now)));
    }

    [Fact]
    public void The_other_sides_secretary_and_representative_cannot_be_uninvited()
    {
        var story = Story.Planned();
        Assert.Equal(
            Refusal.NotAllowed,
            story.No(HostSecretary, (m, c) => Planning.Uninvite(m, c, PartnerSecretary.Seat))
        );
        Assert.Equal(Refusal.NotAllowed, story.No(HostSecretary, (m, c) => Planning.Uninvite(m, c, Mayor.Seat)));
        Assert.Null(story.No(HostSecretary, (m, c) => Planning.Uninvite(m, c, Councillor.Seat)));
    }

    [Fact]
    public void The_other_sides_secretary_cannot_name_my_representative()
    {
        var story = Story.Planned();
        Assert.Equal(
            Refusal.NotAllowed,
            story.No(PartnerSecretary, (m, c) => Planning.NameRepresentative(m, c, Engineer.Seat))
        );
        Assert.Equal(
            Refusal.NotAllowed,
            story.No(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, Councillor.Seat))
        );
        story.Let(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, Engineer.Seat));
        Assert.Equal(Engineer.Seat, story.Meeting.RepresentativeOf(Side.Host));
        Assert.Equal(Mayor.Seat, story.Meeting.RepresentativeOf(Side.Partner));
    }

    [Fact]
    public void A_projector_represents_nobody() =>
        Assert.Equal(
            Refusal.NotAllowed,
            Story.Planned().No(PartnerSecretary, (m, c) => Planning.NameRepresentative(m, c, Hall.Seat))
        );

    [Fact]
    public void Nobody_who_is_not_there_represents_a_side()
    {
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat));
        Assert.Equal(
            Refusal.NotFound,
            story.No(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, HostGuest.Seat))
        );
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, Id(999))));
    }

    [Fact]
    public void The_only_head_whom_a_side_asked_represents_it_unnamed()
    {
        var story = Story.Planned();
        Assert.Equal(HostHead.Seat, story.Meeting.RepresentativeOf(Side.Host));
        Assert.True(story.IsSo(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, HostHead.Seat)));
    }

    [Fact]
    public void Of_two_heads_neither_represents_a_side_until_one_is_named()
    {
        var second = new Invitee(Id(171), Id(71), Side.Host, SeatRole.Head, true, "uk", true);
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Invite(m, c, [second]));
        Assert.Null(story.Meeting.RepresentativeOf(Side.Host));
        story.Let(HostSecretary, (m, c) => Planning.NameRepresentative(m, c, second.SeatId));
        Assert.Equal(second.SeatId, story.Meeting.RepresentativeOf(Side.Host));
    }

    [Fact]
    public void A_secretary_cannot_ask_the_head_who_binds_the_other_side()
    {
        var accomplice = new Invitee(Id(171), Id(71), Side.Partner, SeatRole.Head, true, "fr", false);
        var story = new Story().Let(
            HostSecretary,
            (_, c, now) =>
                Planning.Schedule(Scheduled, c, [HostHead.Invitee, PartnerSecretary.Invitee, accomplice], now)
        );
        Assert.Null(story.Meeting.RepresentativeOf(Side.Partner));
        Assert.Equal(Refusal.NotAllowed, story.No(HostSecretary, IssueLink(accomplice.SeatId)));
    }

    [Fact]
    public void A_representative_who_was_shown_out_represents_nobody()
    {
        var story = Story.Planned().Let(PartnerSecretary, (m, c) => Attending.Remove(m, c, Mayor.Seat));
        Assert.Null(story.Meeting.RepresentativeOf(Side.Partner));
    }

    [Fact]
    public void A_secretary_gets_no_link_into_the_other_sides_binding_seat()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.NotAllowed, story.No(HostSecretary, IssueLink(Mayor.Seat)));
        Assert.Equal(Refusal.NotAllowed, story.No(PartnerSecretary, IssueLink(Engineer.Seat)));
        Assert.Null(story.No(PartnerSecretary, IssueLink(Mayor.Seat)));
        Assert.Null(story.No(HostSecretary, IssueLink(Councillor.Seat)));
    }

    [Fact]
    public void A_link_that_the_other_side_saw_dies_when_its_seat_comes_to_bind()
    {
        var story = Story.Planned().Let(HostSecretary, IssueLink(Councillor.Seat));
        story.Let(PartnerSecretary, (m, c) => Planning.NameRepresentative(m, c, Councillor.Seat));
        var spy = Councillor.Caller with { LinkId = Id(60) };
        Assert.Equal(Refusal.LinkRevoked, Attending.CannotSit(story.Meeting, spy, story.Now));
        Assert.Null(Attending.CannotSit(story.Meeting, Councillor.Caller, story.Now));
    }

    [Fact]
    public void No_link_is_issued_to_a_seat_that_is_not_there()
    {
        var story = Story.Planned().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, IssueLink(HostGuest.Seat)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, IssueLink(Id(999))));
    }

    [Fact]
    public void A_seats_links_are_revoked_together_and_once()
    {
        var story = Story
            .Planned()
            .Let(HostSecretary, IssueLink(Councillor.Seat))
            .Let(HostSecretary, (m, c) => Planning.RevokeLinks(m, c, Councillor.Seat));
        Assert.All(story.Meeting.Links.Values.Where(l => l.SeatId == Councillor.Seat), l => Assert.True(l.IsRevoked));
        Assert.True(story.IsSo(HostSecretary, (m, c) => Planning.RevokeLinks(m, c, Councillor.Seat)));
    }

    [Fact]
    public void The_links_of_the_other_sides_representative_are_not_mine_to_revoke()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.NotAllowed, story.No(HostSecretary, (m, c) => Planning.RevokeLinks(m, c, Mayor.Seat)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, (m, c) => Planning.RevokeLinks(m, c, Id(999))));
        Assert.Null(story.No(PartnerSecretary, (m, c) => Planning.RevokeLinks(m, c, Mayor.Seat)));
    }

    private static Refusal? NoToSchedule(
        MeetingScheduled scheduled,
        Caller? caller = null,
        Instant? now = null,
        IReadOnlyList<Invitee>? invited = null
    ) =>
        (
            Planning.Schedule(scheduled, caller ?? HostSecretary.Caller, invited ?? [], now ?? WeekBefore) as Refused
        )?.Reason;

    private static Refusal? NoToInvite(Story story, params Invitee[] invited) =>
        story.No(PartnerSecretary, (m, c) => Planning.Invite(m, c, invited));

    private static Func<Meeting, Caller, Instant, Decision> Revise(Story story, MeetingPlan plan)
    {
        var seen = story.Meeting.PlanRevision;
        return (m, c, now) => Planning.Revise(m, c, seen, plan, now);
    }

    private static Func<Meeting, Caller, Decision> IssueLink(Guid seat) =>
        (m, c) => Planning.IssueLink(m, c, Id(60), seat, LinksExpire);
}
