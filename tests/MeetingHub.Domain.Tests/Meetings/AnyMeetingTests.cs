using CsCheck;
using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Tests.Folds;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

/// <summary>What holds of every meeting, however it goes.</summary>
public class AnyMeetingTests
{
    private const int Times = 2_000;

    [Fact]
    public void The_log_has_no_gaps() =>
        Always(
            (before, story) =>
            {
                Assert.Equal(story.Log.Count, story.Meeting.Seq);
                Assert.Equal(Enumerable.Range(1, story.Log.Count).Select(i => (long)i), story.Log.Select(r => r.Seq));
            }
        );

    [Fact]
    public void Nothing_is_ever_agreed_but_by_both_over_the_same_complete_wording() =>
        Always(
            (_, story) =>
            {
                foreach (var item in story.Meeting.Items.Where(i => i.AgreedAt is not null))
                {
                    Assert.Equal((item.Hash, item.Hash), (item.Host?.Hash, item.Partner?.Hash));
                    Assert.Equal(item.Wording.Hash(), item.Hash);
                    Assert.True(item.Wording.IsComplete("uk", "fr"));
                    Assert.Equal(Side.Host, story.Meeting.Seats[item.Host!.SeatId].Side);
                    Assert.Equal(Side.Partner, story.Meeting.Seats[item.Partner!.SeatId].Side);
                }
            }
        );

    [Fact]
    public void What_is_under_way_or_done_was_agreed() =>
        Always(
            (_, story) =>
                Assert.All(
                    story.Meeting.Items.Where(i =>
                        i.Status is ActionStatus.Agreed or ActionStatus.InProgress or ActionStatus.Done
                    ),
                    i => Assert.NotNull(i.AgreedAt)
                )
        );

    [Fact]
    public void Fences_strictly_rise() =>
        Played(story =>
        {
            var fences = story.Log.Select(r => r.Fact).OfType<SlidesTaken>().Select(t => t.Fence).ToList();
            Assert.Equal(Enumerable.Range(1, fences.Count).Select(i => (long)i), fences);
        });

    [Fact]
    public void Whoever_drives_is_there_and_may() =>
        Always(
            (_, story) =>
            {
                if (story.Meeting.SlidesHeldBy is not { } holder)
                    return;
                var seat = story.Meeting.Seats[holder];
                Assert.False(seat.IsRemoved);
                Assert.True(seat.MayPresent || seat.Role is SeatRole.Head or SeatRole.Secretary);
            }
        );

    [Fact]
    public void Only_the_driver_moves_a_slide() =>
        Always(
            (before, story) =>
            {
                var last = story.Log[^1];
                if (last.Fact is SlideShown && last.Seq > before.Seq)
                    Assert.Equal(before.SlidesHeldBy, before.SeatOf(last.By!.Value)?.Id);
            }
        );

    [Fact]
    public void No_slide_moves_in_a_pause() =>
        Always(
            (before, story) =>
            {
                if (before.Status is MeetingStatus.Paused)
                    Assert.Equal((before.SlideId, before.Step), (story.Meeting.SlideId, story.Meeting.Step));
            }
        );

    [Fact]
    public void The_slide_shown_is_a_slide_of_the_deck_on_the_table() =>
        Always(
            (_, story) =>
            {
                if (story.Meeting.Deck is { } deck)
                    Assert.Contains(deck.Slides, s => s.Id == story.Meeting.SlideId && story.Meeting.Step <= s.Steps);
            }
        );

    [Fact]
    public void A_log_read_again_from_anywhere_gives_the_same_room() =>
        Gen.Select(AnyMeeting.Attempts, Gen.Int[0, 200])
            .Sample(
                (attempts, cut) =>
                {
                    var story = AnyMeeting.Played(attempts);
                    var whole = Meeting.Of(story.Id, story.Log);
                    var prefix = Meeting.Of(story.Id, story.Log.Take(cut));
                    var resumed = story.Log.Skip(cut).Aggregate(prefix, (meeting, fact) => meeting.Apply(fact));
                    Assert.Equal(Room.Seen(story.Meeting), Room.Seen(whole));
                    Assert.Equal(Room.Seen(story.Meeting), Room.Seen(resumed));
                    Assert.Equal(Fingerprint.Of(LiveState.Of(whole)), Fingerprint.Of(LiveState.Of(resumed)));
                },
                iter: Times
            );

    [Fact]
    public void What_the_room_is_not_told_changes_nothing_that_it_sees() =>
        Played(story =>
        {
            var meeting = new Meeting(story.Id);
            foreach (var recorded in story.Log)
            {
                var after = meeting.Apply(recorded);
                if (PublicFacts.Of(recorded.Fact) is null)
                    Assert.Equal(Room.Seen(meeting), Room.Seen(after));
                meeting = after;
            }
        });

    [Fact]
    public void The_room_is_never_told_the_seat_of_anyone_but_the_driver() =>
        Played(story =>
        {
            foreach (
                var fact in story.Log.Select(r => PublicFacts.Of(r.Fact)).Where(f => f is not null and not SlidesTaken)
            )
                Assert.DoesNotContain(Everyone, p => $"{fact}".Contains($"{p.Seat}", StringComparison.Ordinal));
            var seen = Room.Seen(story.Meeting);
            foreach (var other in Everyone.Where(p => p.Seat != story.Meeting.SlidesHeldBy))
                Assert.DoesNotContain($"{other.Seat}", seen, StringComparison.Ordinal);
        });

    [Fact]
    public void The_record_can_be_written_at_any_moment_and_no_stay_or_pause_ends_before_it_begins() =>
        Played(story =>
        {
            var minutes = Minutes.Of(story.Id, story.Log);
            Assert.All(minutes.Presences.SelectMany(p => p.Stays), s => Assert.True(s.To is null || s.From <= s.To));
            Assert.All(minutes.Pauses, p => Assert.True(p.To is null || p.From <= p.To));
            Assert.True(
                minutes.Pauses.Count(p => p.To is null) == (story.Meeting.Status is MeetingStatus.Paused ? 1 : 0)
            );
        });

    [Fact]
    public void The_plays_are_varied_enough_to_mean_something()
    {
        var told = new HashSet<Type>();
        AnyMeeting.Attempts.Sample(
            attempts =>
            {
                foreach (var recorded in AnyMeeting.Played(attempts).Log)
                    told.Add(recorded.Fact.GetType());
            },
            iter: Times,
            threads: 1
        );
        Type[] untold = [typeof(TimeProposed), typeof(RecordAnnotated)];
        var never = typeof(MeetingEvent)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(MeetingEvent)))
            .Except(told)
            .Except(untold);
        Assert.Empty(never);
    }

    private static void Always(Action<Meeting, Story> holds) =>
        AnyMeeting.Attempts.Sample(attempts => _ = AnyMeeting.Played(attempts, holds), iter: Times);

    private static void Played(Action<Story> holds) =>
        AnyMeeting.Attempts.Sample(attempts => holds(AnyMeeting.Played(attempts)), iter: Times);
}
