using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Folds;

public class FingerprintTests
{
    // FNV-1a of "scheduled|-|-|-#0|-#0|-", computed apart: the browser's twin must arrive at it too.
    [Fact]
    public void An_empty_meetings_fingerprint_is_the_one_that_the_browser_computes() =>
        Assert.Equal("3664327b", Of(new Story()));

    [Fact]
    public void The_fingerprint_of_a_whole_meeting_is_the_one_that_the_browser_computes() =>
        Assert.Equal("31881d30", Of(Rich()));

    [Fact]
    public void Anything_that_the_room_acts_on_changes_the_fingerprint()
    {
        var seen = new HashSet<string>();
        var story = Story.Opened();
        Assert.True(seen.Add(Of(story)));
        foreach (var fact in Changes)
            Assert.True(seen.Add(Of(story.Note(fact))), fact.ToString());
    }

    [Fact]
    public void What_the_room_is_not_told_leaves_the_fingerprint()
    {
        var story = Rich();
        var before = Of(story);
        story
            .Let(HostSecretary, (m, _) => Attending.NoteAttendance(m, [Mayor.Seat], []))
            .Let(HostSecretary, (m, c) => Planning.Uninvite(m, c, HostGuest.Seat))
            .Let(Councillor, (m, c, now) => Attending.ChooseLanguage(m, c, "en", now));
        Assert.Equal(before, Of(story));
    }

    private static readonly MeetingEvent[] Changes =
    [
        new SlidesTaken(Engineer.Seat, 1),
        new SlideShown("v1", "hospital", 0),
        new SlideShown("v1", "hospital", 1),
        new DeckWithdrawn(Deck.DeckId, "v1"),
        Deck with
        {
            Version = "v2",
        },
        new AgendaItemOpened(Damage.Id),
        new QuestionAsked(Id(60), Mayor.Seat, Side.Partner, "fr", "Combien ?"),
        new QuestionUpvoted(Id(60), Engineer.Seat),
        new QuestionAnswered(Id(60), null, "fr"),
        new ActionItemProposed(Id(50), Side.Host, Generator),
        new ActionItemConfirmed(Id(50), Side.Host, HostHead.Seat, Generator.Hash()),
        new ActionItemReworded(Id(50), 2, Side.Host, TwoGenerators),
        new DropAsked(Id(50), Side.Partner),
        new SlidesReleased(1),
        new MeetingPaused(PauseReason.Recess),
        new MeetingPaused(PauseReason.AirRaidAlert),
    ];

    private static Story Rich()
    {
        var story = Story.Agreed();
        foreach (
            var fact in Changes.Where(f =>
                f is not ActionItemProposed and not ActionItemConfirmed and not ActionItemReworded
            )
        )
            story.Note(fact);
        return story;
    }

    private static string Of(Story story) => Fingerprint.Of(LiveState.Of(story.Meeting));
}
