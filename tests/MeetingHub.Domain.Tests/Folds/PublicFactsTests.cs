using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Folds;

public class PublicFactsTests
{
    [Fact]
    public void Who_asked_voted_or_confirmed_is_not_told()
    {
        Assert.Equal(Guid.Empty, Told(new QuestionAsked(Id(60), Mayor.Seat, Side.Partner, "fr", "?")).SeatId);
        Assert.Equal(Guid.Empty, Told(new QuestionUpvoted(Id(60), Mayor.Seat)).SeatId);
        Assert.Equal(Guid.Empty, Told(new UpvoteWithdrawn(Id(60), Mayor.Seat)).SeatId);
        Assert.Equal(Guid.Empty, Told(new ActionItemConfirmed(Id(50), Side.Partner, Mayor.Seat, "hash")).SeatId);
    }

    [Fact]
    public void What_concerns_one_person_or_the_secretaries_is_told_to_nobody_else()
    {
        MeetingEvent[] hidden =
        [
            Scheduled,
            new MeetingDetailsChanged(Plan),
            new PersonInvited(Mayor.Seat, Mayor.PersonId, Side.Partner, SeatRole.Head, true, "fr", false),
            new PersonUninvited(Mayor.Seat),
            new RepresentativeNamed(Side.Partner, Mayor.Seat),
            new JoinLinkIssued(Mayor.Link, Mayor.Seat, LinksExpire),
            new JoinLinkRevoked(Mayor.Link),
            new InvitationAnswered(Mayor.Seat, Answer.Declined, "ill"),
            new GuestsAdmitted([Mayor.Seat]),
            new SeatRemoved(Mayor.Seat),
            new LanguageChosen(Mayor.Seat, "en"),
            new AttendanceNoted([Mayor.Seat], []),
            new RecordAnnotated(Id(90), "agenda", Side.Host, "fr", "note"),
        ];
        Assert.All(hidden, fact => Assert.Null(PublicFacts.Of(fact)));
    }

    [Fact]
    public void Who_drives_the_slides_is_told() =>
        Assert.Equal(Engineer.Seat, Told(new SlidesTaken(Engineer.Seat, 1)).SeatId);

    private static T Told<T>(T fact)
        where T : MeetingEvent => Assert.IsType<T>(PublicFacts.Of(fact));
}
