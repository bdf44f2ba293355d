using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class PresentingTests
{
    [Fact]
    public void A_guest_cannot_move_the_slides()
    {
        var story = Story.Opened();
        foreach (var guest in new[] { HostGuest, Councillor, Hall })
        {
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Take));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Show("hospital")));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Place(OtherDeck)));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, (m, c) => Presenting.Release(m, c, 1)));
        }
    }

    [Fact]
    public void A_projector_presents_nothing_even_if_marked_so()
    {
        var story = Story
            .Planned()
            .Note(new PersonInvited(Id(171), Id(71), Side.Host, SeatRole.Chamber, true, "uk", false));
        Assert.Equal(Refusal.NotAllowed, story.No(new Caller(Id(71), Id(171), Side.Host, false), Take));
    }

    [Fact]
    public void Either_sides_head_or_secretary_or_a_co_presenter_may_drive()
    {
        foreach (var who in new[] { HostSecretary, HostHead, Engineer, PartnerSecretary, Mayor })
            Assert.Equal(who.Seat, Story.Opened().Let(who, Take).Meeting.SlidesHeldBy);
    }

    [Fact]
    public void The_room_sees_the_slide_and_step_that_the_driver_shows()
    {
        var story = Story.Presented().Let(Engineer, Show("hospital", step: 2));
        Assert.Equal(("hospital", 2), (story.Meeting.SlideId, story.Meeting.Step));
        Assert.True(story.IsSo(Engineer, Show("hospital", step: 2)));
    }

    [Theory]
    [InlineData("hospital", 3)]
    [InlineData("hospital", -1)]
    [InlineData("title", 1)]
    [InlineData("school", 0)]
    public void A_slide_or_step_that_the_deck_lacks_is_refused(string slide, int step) =>
        Assert.Equal(Refusal.SlideUnknown, Story.Presented().No(Engineer, Show(slide, step: step)));

    [Fact]
    public void Who_never_took_the_slides_is_not_presenting() =>
        Assert.Equal(Refusal.NotPresenting, Story.Presented().No(HostHead, Show("hospital", fence: 0)));

    [Fact]
    public void An_old_fence_is_refused()
    {
        var story = Story.Presented().Let(Engineer, (m, c) => Presenting.HandOver(m, c, 1, HostHead.Seat));
        Assert.Equal(Refusal.LeaseLost, story.No(Engineer, Show("hospital", fence: 1)));
        story.Let(HostHead, (m, c) => Presenting.HandOver(m, c, 2, Engineer.Seat));
        Assert.Equal(Refusal.LeaseLost, story.No(Engineer, Show("hospital", fence: 1)));
        Assert.Null(story.No(Engineer, Show("hospital", fence: 3)));
    }

    [Fact]
    public void A_fence_from_the_future_is_refused_too() =>
        Assert.Equal(Refusal.LeaseLost, Story.Presented().No(Engineer, Show("hospital", fence: 2)));

    [Fact]
    public void A_co_presenter_takes_over_only_after_the_lease_term()
    {
        var story = Story.Presented();
        var seen = story.Now;
        Assert.Equal(Refusal.SlidesHeldByAnother, story.No(HostHead, TakeWhenSeen(seen)));
        story.After(Presenting.LeaseTerm - Duration.FromMilliseconds(1));
        Assert.Equal(Refusal.SlidesHeldByAnother, story.No(HostHead, TakeWhenSeen(seen)));
        story.After(Duration.FromMilliseconds(1)).Let(HostHead, TakeWhenSeen(seen));
        Assert.Equal((HostHead.Seat, 2), (story.Meeting.SlidesHeldBy, story.Meeting.Fence));
    }

    [Fact]
    public void A_driver_who_is_connected_is_never_overtaken()
    {
        var story = Story.Presented().After(Duration.FromHours(1));
        Assert.Equal(Refusal.SlidesHeldByAnother, story.No(HostHead, Take));
    }

    [Fact]
    public void Taking_what_one_holds_keeps_the_fence() => Assert.True(Story.Presented().IsSo(Engineer, Take));

    [Fact]
    public void Released_slides_are_anybodys_at_the_next_fence()
    {
        var story = Story.Presented().Let(Engineer, (m, c) => Presenting.Release(m, c, 1));
        Assert.Null(story.Meeting.SlidesHeldBy);
        story.Let(Mayor, Take);
        Assert.Equal((Mayor.Seat, 2), (story.Meeting.SlidesHeldBy, story.Meeting.Fence));
    }

    [Fact]
    public void Slides_are_handed_only_to_one_who_may_present_and_is_there()
    {
        var story = Story.Presented();
        Assert.Equal(Refusal.NotAllowed, story.No(Engineer, HandTo(Councillor)));
        Assert.Equal(Refusal.NotAllowed, story.No(Engineer, HandTo(Hall)));
        Assert.Equal(Refusal.NotFound, story.No(Engineer, (m, c) => Presenting.HandOver(m, c, 1, Id(999))));
        story.Let(HostSecretary, (m, c) => Attending.Remove(m, c, HostHead.Seat));
        Assert.Equal(Refusal.NotAllowed, story.No(Engineer, HandTo(HostHead)));
        Assert.Null(story.No(Engineer, HandTo(Mayor)));
    }

    [Fact]
    public void No_slide_moves_in_a_pause()
    {
        var story = Story.Presented().Let(HostSecretary, (m, c) => Attending.Pause(m, c, PauseReason.AirRaidAlert));
        Assert.Equal(Refusal.MeetingPaused, story.No(Engineer, Show("hospital")));
        Assert.Equal(Refusal.MeetingPaused, story.No(HostSecretary, Place(OtherDeck)));
        Assert.True(story.IsSo(HostSecretary, Place(Deck)));
        story.Let(HostSecretary, Attending.Resume).Let(Engineer, Show("hospital"));
        Assert.Equal("hospital", story.Meeting.SlideId);
    }

    [Fact]
    public void A_closed_meetings_slides_are_nobodys()
    {
        var story = Story.Presented().Let(HostSecretary, Attending.Close);
        Assert.Equal(Refusal.MeetingClosed, story.No(HostHead, Take));
        Assert.Equal(Refusal.LeaseLost, story.No(Engineer, Show("hospital")));
        story.Note(new SlidesTaken(Engineer.Seat, 2));
        Assert.Equal(Refusal.MeetingClosed, story.No(Engineer, Show("hospital", fence: 2)));
    }

    [Fact]
    public void A_cancelled_meeting_shows_no_slides()
    {
        var story = Story.Presented().Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostHead, Take));
        Assert.Equal(Refusal.MeetingCancelled, story.No(Engineer, Show("hospital")));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Place(OtherDeck)));
    }

    [Fact]
    public void The_first_slide_can_be_set_up_before_the_opening()
    {
        var story = Story.Planned().Let(Engineer, Place(Deck)).Let(Engineer, Take).Let(Engineer, Show("hospital"));
        Assert.Equal("hospital", story.Meeting.SlideId);
    }

    [Fact]
    public void There_is_nothing_to_show_without_a_deck_and_no_deck_without_slides()
    {
        var story = Story.Planned().Let(Engineer, Take);
        Assert.Equal(Refusal.NoDeck, story.No(Engineer, Show("title")));
        Assert.Equal(Refusal.NoDeck, story.No(Engineer, Place(Deck with { Slides = [] })));
    }

    [Fact]
    public void A_new_version_of_the_deck_stays_at_the_slide_that_is_shown()
    {
        var story = Story.Presented().Let(Engineer, Show("hospital", step: 2));
        story.Let(Engineer, Place(Deck with { Version = "v2", Slides = [new("cover", 0), new("hospital", 2)] }));
        Assert.Equal(("hospital", 2), (story.Meeting.SlideId, story.Meeting.Step));
        story.Let(Engineer, Place(Deck with { Version = "v3", Slides = [new("cover", 0), new("hospital", 1)] }));
        Assert.Equal(("hospital", 0), (story.Meeting.SlideId, story.Meeting.Step));
        story.Let(Engineer, Place(Deck with { Version = "v4", Slides = [new("cover", 0)] }));
        Assert.Equal(("cover", 0), (story.Meeting.SlideId, story.Meeting.Step));
    }

    [Fact]
    public void A_deck_that_is_taken_back_is_shown_to_nobody_until_one_is_placed_again()
    {
        var story = Story.Presented().Let(Engineer, Show("hospital"));
        Assert.True(story.IsSo(HostSecretary, (m, _) => Presenting.WithdrawDeck(m, Deck.DeckId, "another version")));
        Assert.True(story.IsSo(HostSecretary, (m, _) => Presenting.WithdrawDeck(m, OtherDeck.DeckId, Deck.Version)));

        story.Let(HostSecretary, (m, _) => Presenting.WithdrawDeck(m, Deck.DeckId, Deck.Version));
        Assert.True(story.Meeting.IsDeckWithdrawn);
        Assert.Equal(Refusal.NoDeck, story.No(Engineer, Show("thanks")));
        Assert.True(story.IsSo(HostSecretary, (m, _) => Presenting.WithdrawDeck(m, Deck.DeckId, Deck.Version)));

        story.Let(Engineer, Place(Deck)).Let(Engineer, Show("thanks"));
        Assert.False(story.Meeting.IsDeckWithdrawn);
    }

    [Fact]
    public void Another_deck_begins_at_its_own_first_slide()
    {
        var story = Story.Presented().Let(Engineer, Show("thanks")).Let(Engineer, Place(OtherDeck));
        Assert.Equal("school", story.Meeting.SlideId);
    }

    [Fact]
    public void The_same_text_published_as_another_deck_is_another_deck()
    {
        var story = Story.Presented().Let(Engineer, Place(OtherDeck with { Version = Deck.Version }));
        Assert.Equal(OtherDeck.DeckId, story.Meeting.Deck!.DeckId);
    }

    private static Decision Take(Meeting m, Caller c, Instant now) => Presenting.TakeSlides(m, c, now, now);

    private static Func<Meeting, Caller, Instant, Decision> TakeWhenSeen(Instant seen) =>
        (m, c, now) => Presenting.TakeSlides(m, c, seen, now);

    private static Func<Meeting, Caller, Decision> Show(string slide, long fence = 1, int step = 0) =>
        (m, c) => Presenting.ShowSlide(m, c, fence, slide, step);

    private static Func<Meeting, Caller, Decision> Place(DeckPlaced deck) => (m, c) => Presenting.PlaceDeck(m, c, deck);

    private static Func<Meeting, Caller, Decision> HandTo(Player who) =>
        (m, c) => Presenting.HandOver(m, c, 1, who.Seat);
}
