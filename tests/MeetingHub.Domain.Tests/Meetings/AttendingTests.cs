using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class AttendingTests
{
    private static readonly ProposedTime Tomorrow = new(
        new LocalDateTime(2027, 1, 21, 15, 0),
        "Europe/Paris",
        Instant.FromUtc(2027, 1, 21, 14, 0),
        null
    );

    [Fact]
    public void A_revoked_link_stops_at_once()
    {
        var story = Story.Opened();
        Assert.Null(NoToEnter(story, Councillor.Caller));
        story.Let(PartnerSecretary, (m, c) => Planning.RevokeLinks(m, c, Councillor.Seat));
        Assert.Equal(Refusal.LinkRevoked, NoToEnter(story, Councillor.Caller));
    }

    [Fact]
    public void An_expired_link_stops_on_the_second()
    {
        var story = Story.Opened().At(LinksExpire - Duration.FromSeconds(1));
        Assert.Null(NoToEnter(story, Councillor.Caller));
        Assert.Equal(Refusal.LinkExpired, NoToEnter(story.At(LinksExpire), Councillor.Caller));
    }

    [Fact]
    public void A_link_opens_its_own_seat_and_no_other()
    {
        var story = Story.Opened();
        Assert.Equal(Refusal.LinkInvalid, NoToEnter(story, Councillor.Caller with { LinkId = Mayor.Link }));
        Assert.Equal(Refusal.LinkInvalid, NoToEnter(story, Councillor.Caller with { LinkId = Id(999) }));
    }

    [Fact]
    public void Who_was_shown_out_is_told_so_and_who_was_never_asked_is_not_let_in()
    {
        var story = Story.Opened().Let(HostSecretary, (m, c) => Attending.Remove(m, c, Councillor.Seat));
        Assert.Equal(Refusal.SeatRemoved, NoToEnter(story, Councillor.Caller));
        Assert.Equal(Refusal.NotAllowed, NoToEnter(story, Stranger));
        Assert.Equal(Refusal.NotAllowed, NoToEnter(story, Stranger with { SeatId = Id(999) }));
    }

    [Fact]
    public void Guests_wait_in_the_lobby_and_accounts_and_the_hall_do_not()
    {
        var story = Story.Planned().Let(HostSecretary, Attending.Open);
        Assert.Equal(Refusal.NotAdmitted, NoToEnter(story, Councillor.Caller));
        Assert.Null(NoToEnter(story, Engineer.Caller));
        Assert.Null(NoToEnter(story, Hall.Caller));
        story.Let(PartnerSecretary, (m, c) => Attending.Admit(m, c, [Councillor.Seat]));
        Assert.Null(NoToEnter(story, Councillor.Caller));
    }

    [Fact]
    public void Without_a_lobby_nobody_waits()
    {
        var story = Story.Planned();
        var open = Plan with { AdmitAutomatically = true };
        story.Let(HostSecretary, (m, c, now) => Planning.Revise(m, c, m.PlanRevision, open, now));
        Assert.Null(NoToEnter(story, Councillor.Caller));
    }

    [Fact]
    public void A_cancelled_meetings_room_is_shut() =>
        Assert.Equal(
            Refusal.MeetingCancelled,
            NoToEnter(Story.Planned().Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null)), HostHead.Caller)
        );

    [Fact]
    public void A_reply_is_noted_and_the_same_reply_again_is_not()
    {
        var story = Story.Planned().Let(Mayor, Reply(Answer.Accepted, "with two deputies"));
        Assert.Equal(Answer.Accepted, story.Meeting.Seats[Mayor.Seat].Answer);
        Assert.True(story.IsSo(Mayor, Reply(Answer.Accepted, "with two deputies")));
        story.Let(Mayor, Reply(Answer.Declined));
        Assert.Equal(Answer.Declined, story.Meeting.Seats[Mayor.Seat].Answer);
    }

    [Fact]
    public void A_proposed_time_is_a_wish_and_moves_nothing()
    {
        var story = Story.Planned().Let(Mayor, Propose(Tomorrow));
        Assert.Equal(Tomorrow, story.Meeting.Seats[Mayor.Seat].Proposed);
        Assert.Equal(Plan, story.Meeting.Plan);
        Assert.True(story.IsSo(Mayor, Propose(Tomorrow)));
    }

    [Fact]
    public void A_reply_takes_back_the_proposed_time()
    {
        var story = Story.Planned().Let(Mayor, Propose(Tomorrow)).Let(Mayor, Reply(Answer.NeedsAction));
        Assert.Null(story.Meeting.Seats[Mayor.Seat].Proposed);
    }

    [Fact]
    public void A_time_in_the_past_or_in_no_zone_cannot_be_proposed()
    {
        var story = Story.Planned();
        Assert.Equal(
            Refusal.StartInThePast,
            story.No(Mayor, Propose(Tomorrow with { Start = WeekBefore - Duration.Epsilon }))
        );
        Assert.Equal(Refusal.ZoneUnknown, story.No(Mayor, Propose(Tomorrow with { Zone = "Europe/Izium" })));
    }

    [Fact]
    public void A_reply_in_a_novel_is_refused()
    {
        var novel = new string('a', Attending.LongestNote + 1);
        Assert.Equal(Refusal.TextTooLong, Story.Planned().No(Mayor, Reply(Answer.Tentative, novel)));
        Assert.Equal(Refusal.TextTooLong, Story.Planned().No(Mayor, Propose(Tomorrow with { Note = novel })));
    }

    [Fact]
    public void Nobody_replies_to_a_meeting_that_is_over_or_off()
    {
        var over = Story.Opened().Let(HostSecretary, Attending.Close);
        Assert.Equal(Refusal.MeetingClosed, over.No(Mayor, Reply(Answer.Accepted)));
        var off = Story.Planned().Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, off.No(Mayor, Reply(Answer.Accepted)));
        Assert.Equal(Refusal.MeetingCancelled, off.No(Mayor, Propose(Tomorrow)));
    }

    [Fact]
    public void A_revoked_link_cannot_reply()
    {
        var story = Story.Planned().Let(PartnerSecretary, (m, c) => Planning.RevokeLinks(m, c, Mayor.Seat));
        Assert.Equal(Refusal.LinkRevoked, story.No(Mayor, Reply(Answer.Accepted)));
        Assert.Equal(Refusal.LinkRevoked, story.No(Mayor, Propose(Tomorrow)));
        Assert.Equal(Refusal.LinkRevoked, story.No(Mayor, ChooseLanguage("en")));
    }

    [Fact]
    public void A_guest_chooses_the_language_they_read()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.LanguageUnknown, story.No(Councillor, ChooseLanguage("de")));
        Assert.True(story.IsSo(Councillor, ChooseLanguage("fr")));
        story.Let(Councillor, ChooseLanguage("en"));
        Assert.Equal("en", story.Meeting.Seats[Councillor.Seat].Language);
    }

    [Fact]
    public void A_secretary_who_was_not_asked_takes_a_seat_on_their_own_side()
    {
        var deputy = new Caller(Id(80), null, Side.Partner, IsSecretary: true);
        var story = Story
            .Planned()
            .Let(deputy, (m, c, _) => Attending.TakeSeat(m, c, Id(180), SeatRole.Secretary, "fr"));
        Assert.Equal(Side.Partner, story.Meeting.SeatOf(Id(80))!.Side);
        var seated = deputy with { SeatId = Id(180) };
        Assert.Empty(((Accepted)Attending.TakeSeat(story.Meeting, seated, Id(181), SeatRole.Secretary, "fr")).Facts);
    }

    [Fact]
    public void A_guest_cannot_seat_themselves_and_nobody_sits_down_at_a_cancelled_meeting()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.NotAllowed, story.No(Councillor, TakeSeat));
        Assert.Equal(Refusal.NotAllowed, story.No(Stranger, (m, c, _) => TakeSeat(m, c)));
        story.Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, TakeSeat));
    }

    [Fact]
    public void A_guest_cannot_steer()
    {
        var story = Story.Opened();
        foreach (var guest in new[] { HostGuest, Councillor, Mayor, Hall })
        {
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Attending.Open));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Pause(PauseReason.AirRaidAlert)));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Attending.Resume));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Attending.Close));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, OpenItem(Damage.Id)));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, (m, c) => Attending.Admit(m, c, [guest.Seat])));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, (m, c) => Attending.Remove(m, c, Engineer.Seat)));
        }
    }

    [Fact]
    public void A_secretary_of_a_third_community_steers_nothing() =>
        Assert.Equal(Refusal.NotAllowed, Story.Opened().No(Stranger, (m, c, _) => Attending.Close(m, c)));

    [Fact]
    public void Admitting_someone_unknown_finds_nobody_and_twice_changes_nothing()
    {
        var story = Story.Opened();
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, (m, c) => Attending.Admit(m, c, [Mayor.Seat, Id(999)])));
        Assert.True(story.IsSo(HostSecretary, (m, c) => Attending.Admit(m, c, [Mayor.Seat])));
    }

    [Fact]
    public void Who_was_put_out_can_be_let_in_again()
    {
        var shownOut = Story.Opened().Let(HostSecretary, (m, c) => Attending.Remove(m, c, Councillor.Seat));
        var uninvited = Story.Opened().Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, Councillor.Seat));
        foreach (var story in new[] { shownOut, uninvited })
        {
            story.Let(PartnerSecretary, (m, c) => Attending.Admit(m, c, [Councillor.Seat]));
            Assert.Null(NoToEnter(story, Councillor.Caller));
        }
    }

    [Fact]
    public void A_secretary_cannot_show_out_the_other_sides_secretary_or_representative()
    {
        var story = Story.Opened();
        Assert.Equal(
            Refusal.NotAllowed,
            story.No(HostSecretary, (m, c) => Attending.Remove(m, c, PartnerSecretary.Seat))
        );
        Assert.Equal(Refusal.NotAllowed, story.No(HostSecretary, (m, c) => Attending.Remove(m, c, Mayor.Seat)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, (m, c) => Attending.Remove(m, c, Id(999))));
        Assert.Null(story.No(HostSecretary, (m, c) => Attending.Remove(m, c, HostHead.Seat)));
        story.Let(HostSecretary, (m, c) => Attending.Remove(m, c, Councillor.Seat));
        Assert.True(story.IsSo(HostSecretary, (m, c) => Attending.Remove(m, c, Councillor.Seat)));
    }

    [Fact]
    public void A_removed_driver_loses_the_slides()
    {
        var story = Story.Presented().Let(HostSecretary, (m, c) => Attending.Remove(m, c, Engineer.Seat));
        Assert.Null(story.Meeting.SlidesHeldBy);
        Assert.Equal(Refusal.NotAllowed, story.No(Engineer, (m, c) => Presenting.ShowSlide(m, c, 1, "hospital", 0)));
        story.Let(HostHead, (m, c, now) => Presenting.TakeSlides(m, c, now, now));
        Assert.Equal(2, story.Meeting.Fence);
    }

    [Fact]
    public void A_meeting_opens_pauses_resumes_and_closes()
    {
        var story = Story.Planned().Let(PartnerSecretary, Attending.Open);
        Assert.Equal(MeetingStatus.Open, story.Meeting.Status);
        story.Let(HostSecretary, Pause(PauseReason.AirRaidAlert));
        Assert.Equal((MeetingStatus.Paused, PauseReason.AirRaidAlert), (story.Meeting.Status, story.Meeting.PausedFor));
        story.Let(PartnerSecretary, Attending.Resume);
        Assert.Equal((MeetingStatus.Open, null), (story.Meeting.Status, story.Meeting.PausedFor));
        story.Let(HostSecretary, Attending.Close);
        Assert.Equal(MeetingStatus.Closed, story.Meeting.Status);
    }

    [Fact]
    public void What_is_so_already_is_no_new_fact()
    {
        var story = Story.Opened();
        Assert.True(story.IsSo(HostSecretary, Attending.Open));
        Assert.True(story.IsSo(HostSecretary, Attending.Resume));
        story.Let(HostSecretary, Pause(PauseReason.Recess));
        Assert.True(story.IsSo(PartnerSecretary, Pause(PauseReason.Recess)));
        story.Let(HostSecretary, Attending.Close);
        Assert.True(story.IsSo(PartnerSecretary, Attending.Close));
    }

    [Fact]
    public void Only_a_live_meeting_is_paused_resumed_or_closed()
    {
        var story = Story.Planned();
        Assert.Equal(Refusal.MeetingNotOpen, story.No(HostSecretary, Pause(PauseReason.Technical)));
        Assert.Equal(Refusal.MeetingNotPaused, story.No(HostSecretary, Attending.Resume));
        Assert.Equal(Refusal.MeetingNotOpen, story.No(HostSecretary, Attending.Close));
        Assert.Equal(Refusal.MeetingNotOpen, story.No(HostSecretary, OpenItem(Damage.Id)));
        story.Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Attending.Open));
    }

    [Fact]
    public void Whoever_drives_the_slides_can_pause_for_an_alert()
    {
        var story = Story.Presented();
        story.Let(Engineer, Pause(PauseReason.AirRaidAlert));
        Assert.Equal(MeetingStatus.Paused, story.Meeting.Status);
        Assert.Equal(Refusal.NotAllowed, story.No(Engineer, Attending.Resume));
    }

    [Theory]
    [InlineData(PauseReason.Recess)]
    [InlineData(PauseReason.Technical)]
    public void An_alert_during_a_pause_shows_the_way_to_the_shelter(PauseReason before)
    {
        var story = Story.Opened().Let(HostSecretary, Pause(before)).After(Duration.FromMinutes(3));
        story.Let(PartnerSecretary, Pause(PauseReason.AirRaidAlert));
        Assert.Equal((PauseReason.AirRaidAlert, story.Now), (story.Meeting.PausedFor, story.Meeting.PausedAt));
    }

    [Fact]
    public void A_late_recess_does_not_hide_an_alert()
    {
        var story = Story.Opened().Let(HostSecretary, Pause(PauseReason.AirRaidAlert));
        Assert.True(story.IsSo(PartnerSecretary, Pause(PauseReason.Recess)));
    }

    [Fact]
    public void An_agenda_item_is_opened_by_who_steers_or_drives_the_slides()
    {
        var story = Story.Presented().Let(Engineer, OpenItem(Damage.Id));
        Assert.Equal(Damage.Id, story.Meeting.CurrentAgendaItem);
        Assert.True(story.IsSo(HostSecretary, OpenItem(Damage.Id)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, OpenItem(Id(999))));
        Assert.Equal(Refusal.NotAllowed, story.No(HostHead, OpenItem(Welcome.Id)));
    }

    [Fact]
    public void Attendance_is_one_fact_for_all_who_came_and_went()
    {
        var story = Story
            .Opened()
            .Let(HostSecretary, (m, _) => Attending.NoteAttendance(m, [Mayor.Seat, Hall.Seat], []));
        story.Let(HostSecretary, (m, _) => Attending.NoteAttendance(m, [Engineer.Seat], [Mayor.Seat]));
        Assert.Equal(new AttendanceNoted([Engineer.Seat], [Mayor.Seat]), story.Last);
        Assert.Equal([Engineer.Seat, Hall.Seat], story.Meeting.Present.Order());
    }

    [Fact]
    public void Who_is_noted_already_or_has_no_seat_is_not_noted_again()
    {
        var story = Story
            .Opened()
            .Let(HostSecretary, (m, _) => Attending.NoteAttendance(m, [Mayor.Seat, Mayor.Seat], []));
        Assert.Equal(new AttendanceNoted([Mayor.Seat], []), story.Last);
        Assert.True(
            story.IsSo(HostSecretary, (m, _) => Attending.NoteAttendance(m, [Mayor.Seat, Id(999)], [Hall.Seat]))
        );
    }

    private static Refusal? NoToEnter(Story story, Caller caller) =>
        Attending.CannotEnter(story.Meeting, caller, story.Now);

    private static Decision TakeSeat(Meeting m, Caller c) =>
        Attending.TakeSeat(m, c, Id(180), SeatRole.Secretary, "fr");

    private static Func<Meeting, Caller, Instant, Decision> Reply(Answer answer, string? note = null) =>
        (m, c, now) => Attending.Reply(m, c, answer, note, now);

    private static Func<Meeting, Caller, Instant, Decision> Propose(ProposedTime time) =>
        (m, c, now) => Attending.ProposeTime(m, c, time, now);

    private static Func<Meeting, Caller, Instant, Decision> ChooseLanguage(string language) =>
        (m, c, now) => Attending.ChooseLanguage(m, c, language, now);

    private static Func<Meeting, Caller, Decision> Pause(PauseReason reason) => (m, c) => Attending.Pause(m, c, reason);

    private static Func<Meeting, Caller, Decision> OpenItem(Guid item) =>
        (m, c) => Attending.OpenAgendaItem(m, c, item);
}
