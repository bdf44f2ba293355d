using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Domain.Folds;

/// <summary>
/// Which facts everyone in the room is told, and without what. A private fact is told as its number only, so that nobody
/// sees a gap; seats of those who ask and vote are left out, so that a councillor's vote is nobody's business.
/// </summary>
public static class PublicFacts
{
    public static MeetingEvent? Of(MeetingEvent fact) =>
        fact switch
        {
            QuestionAsked e => e with { SeatId = Guid.Empty },
            QuestionUpvoted e => e with { SeatId = Guid.Empty },
            UpvoteWithdrawn e => e with { SeatId = Guid.Empty },
            ActionItemConfirmed e => e with { SeatId = Guid.Empty },
            MeetingPostponed e => e with { Plan = TimeOf(e.Plan) },
            MeetingRescheduled e => e with { Plan = TimeOf(e.Plan) },
            MeetingOpened
            or MeetingPaused
            or MeetingResumed
            or MeetingClosed
            or MeetingCancelled
            or AgendaItemOpened
            or DeckPlaced
            or DeckWithdrawn
            or SlidesTaken
            or SlidesReleased
            or SlideShown
            or QuestionAnswered
            or QuestionReopened
            or ActionItemProposed
            or ActionItemReworded
            or ConfirmationWithdrawn
            or ActionItemAgreed
            or ActionItemStarted
            or ActionItemDone
            or DropAsked
            or DropAskWithdrawn
            or ActionItemDropped => fact,
            _ => null,
        };

    // When it goes on is for everyone in the room; the rest of the plan is for those who are asked.
    private static MeetingPlan TimeOf(MeetingPlan plan) => plan with { Agenda = [], VideoLink = null, Fallback = null };
}
