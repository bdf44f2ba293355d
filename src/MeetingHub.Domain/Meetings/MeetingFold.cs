using System.Collections.Immutable;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>How each fact changes what decisions know.</summary>
public sealed partial record Meeting
{
    public Meeting Apply(Recorded recorded) =>
        Fold(recorded.Fact, recorded.At, recorded.Seq) with
        {
            Seq = recorded.Seq,
        };

    private Meeting Fold(MeetingEvent fact, Instant at, long seq) =>
        fact switch
        {
            MeetingScheduled e => this with
            {
                HostId = e.HostId,
                PartnerId = e.PartnerId,
                HostLanguage = e.HostLanguage,
                PartnerLanguage = e.PartnerLanguage,
                Plan = e.Plan,
                Series = e.Series,
                PlanRevision = seq,
                CalendarStamp = Stamped(at),
            },
            MeetingRescheduled e => this with
            {
                Plan = e.Plan,
                PlanRevision = seq,
                CalendarSequence = CalendarSequence + 1,
                TimeSequence = CalendarSequence + 1,
                CalendarStamp = Stamped(at),
                Seats = AskedAgain(),
                PostponedTo = PostponedTo is null ? null : PostponedTo.Of(e.Plan),
            },
            MeetingPostponed e => this with
            {
                Plan = e.Plan,
                PlanRevision = seq,
                CalendarSequence = CalendarSequence + 1,
                CalendarStamp = Stamped(at),
                Seats = AskedAgain(),
                Status = MeetingStatus.Scheduled,
                PostponedTo = PostponedTo.Of(e.Plan),
                OpenedAt = null,
                PausedFor = null,
                PausedAt = null,
                SlidesHeldBy = null,
            },
            MeetingDetailsChanged e => this with { Plan = e.Plan, PlanRevision = seq, CalendarStamp = Stamped(at) },
            MeetingCancelled e => this with
            {
                Status = MeetingStatus.Cancelled,
                CancelReason = e.Reason,
                PostponedTo = null,
                PlanRevision = seq,
                CalendarSequence = CalendarSequence + 1,
                CalendarStamp = Stamped(at),
            },
            PersonInvited e => Asked(e, at),
            PersonUninvited e => WithSeat(e.SeatId, s => s with { IsRemoved = true }) with
            {
                CalendarSequence = CalendarSequence + 1,
                CalendarStamp = Stamped(at),
            },
            RepresentativeNamed { Side: Side.Host } e => this with { HostRepresentative = e.SeatId },
            RepresentativeNamed e => this with { PartnerRepresentative = e.SeatId },
            JoinLinkIssued e => this with
            {
                Links = Links.SetItem(e.LinkId, new(e.LinkId, e.SeatId, e.Expires, false, e.ShownTo)),
            },
            JoinLinkRevoked e => this with
            {
                Links = Links.SetItem(e.LinkId, Links[e.LinkId] with { IsRevoked = true }),
            },
            InvitationAnswered e => WithSeat(
                e.SeatId,
                s =>
                    s with
                    {
                        Answer = e.Answer,
                        AnswerNote = e.Note,
                        AnsweredAt = at,
                        StampedAt = e.StampedAt,
                        Proposed = null,
                    }
            ),
            TimeProposed e => WithSeat(
                e.SeatId,
                s => s with { Proposed = e.Time, AnsweredAt = at, StampedAt = e.StampedAt }
            ),
            LanguageChosen e => WithSeat(e.SeatId, s => s with { Language = e.Language }),
            GuestsAdmitted e => e.SeatIds.Aggregate(
                SomebodyBack(e.SeatIds),
                (meeting, seat) => meeting.WithSeat(seat, s => s with { IsAdmitted = true, IsRemoved = false })
            ),
            SeatRemoved e => WithSeat(e.SeatId, s => s with { IsRemoved = true, IsAdmitted = false }),
            AttendanceNoted e => this with { Present = Present.Union(e.Arrived).Except(e.Left) },
            MeetingOpened => this with
            {
                Status = MeetingStatus.Open,
                OpenedAt = OpenedAt ?? at,
                ClosedAt = null,
                PostponedTo = null,
            },
            MeetingPaused e => this with { Status = MeetingStatus.Paused, PausedFor = e.Reason, PausedAt = at },
            MeetingResumed => this with { Status = MeetingStatus.Open, PausedFor = null, PausedAt = null },
            MeetingClosed => this with
            {
                Status = MeetingStatus.Closed,
                ClosedAt = at,
                PausedFor = null,
                PausedAt = null,
                SlidesHeldBy = null,
            },
            AgendaItemOpened e => this with { CurrentAgendaItem = e.AgendaItemId, AgendaItemOpenedAt = at },
            DeckPlaced e => this with
            {
                Deck = e,
                IsDeckWithdrawn = false,
                SlideId = Kept(e) is null ? e.Slides[0].Id : SlideId,
                Step = Kept(e) is { } slide && Step <= slide.Steps ? Step : 0,
            },
            DeckWithdrawn => this with { IsDeckWithdrawn = true },
            SlidesTaken e => this with { SlidesHeldBy = e.SeatId, Fence = e.Fence },
            SlidesReleased => this with { SlidesHeldBy = null },
            SlideShown e => this with { SlideId = e.SlideId, Step = e.Step },
            QuestionAsked e => this with
            {
                Questions = Questions.Add(new(e.QuestionId, e.SeatId, e.Side, e.Language, e.Text)),
            },
            QuestionUpvoted e => WithQuestion(e.QuestionId, q => q with { Voters = q.Voters.Add(e.SeatId) }),
            UpvoteWithdrawn e => WithQuestion(e.QuestionId, q => q with { Voters = q.Voters.Remove(e.SeatId) }),
            QuestionAnswered e => WithQuestion(e.QuestionId, q => q with { IsAnswered = true, AnswerNote = e.Note }),
            QuestionReopened e => WithQuestion(e.QuestionId, q => q with { IsAnswered = false, AnswerNote = null }),
            ActionItemProposed e => this with
            {
                Items = Items.Add(new(e.ItemId, e.By, 1, e.Wording, e.Wording.Hash())),
            },
            _ => FoldItem(fact, at),
        };

    private Meeting FoldItem(MeetingEvent fact, Instant at) =>
        fact switch
        {
            ActionItemReworded e => WithItem(
                e.ItemId,
                i => new(i.Id, i.ProposedBy, e.Revision, e.Wording, e.Wording.Hash())
            ),
            ActionItemConfirmed e => WithItem(e.ItemId, i => i.With(e.Side, new(e.SeatId, e.Hash, at))),
            ConfirmationWithdrawn e => WithItem(e.ItemId, i => i.With(e.Side, null)),
            ActionItemAgreed e => WithItem(e.ItemId, i => i with { Status = ActionStatus.Agreed, AgreedAt = at }),
            ActionItemStarted e => WithItem(e.ItemId, i => i with { Status = ActionStatus.InProgress }),
            ActionItemDone e => WithItem(e.ItemId, i => i with { Status = ActionStatus.Done, DoneNote = e.Note }),
            DropAsked e => WithItem(e.ItemId, i => i.WithDrop(e.Side, true)),
            DropAskWithdrawn e => WithItem(e.ItemId, i => i.WithDrop(e.Side, false)),
            ActionItemDropped e => WithItem(e.ItemId, i => i with { Status = ActionStatus.Dropped }),
            _ => this,
        };

    // A new version of the same deck stays where it was; another deck starts at its own first slide, though ids agree.
    private SlideOutline? Kept(DeckPlaced e) =>
        Deck?.DeckId == e.DeckId ? e.Slides.FirstOrDefault(s => s.Id == SlideId) : null;

    // Who was never asked has seen no earlier stamp: a second for each of a whole council would date its letters hours ahead.
    // Whoever comes back has a cancellation in their calendar, which a higher sequence alone lifts (RFC 5546, 2.1.5).
    private Meeting Asked(PersonInvited e, Instant at) =>
        SeatOf(e.PersonId) is { IsRemoved: true }
            ? Seated(e) with
            {
                CalendarSequence = CalendarSequence + 1,
                CalendarStamp = Stamped(at),
            }
            : Seated(e) with
            {
                CalendarStamp = Instant.Max(Second(at), CalendarStamp),
            };

    private Meeting SomebodyBack(IEnumerable<Guid> seats) =>
        seats.Any(id => Seats[id].IsRemoved) ? this with { CalendarSequence = CalendarSequence + 1 } : this;

    private Instant Stamped(Instant at) => Instant.Max(Second(at), CalendarStamp + Duration.FromSeconds(1));

    private static Instant Second(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    // A new time is a new question to everyone: an old "accepted" says nothing about it.
    private ImmutableDictionary<Guid, Seat> AskedAgain() =>
        Seats.ToImmutableDictionary(
            s => s.Key,
            s =>
                s.Value with
                {
                    Answer = Answer.NeedsAction,
                    AnswerNote = null,
                    AnsweredAt = null,
                    StampedAt = null,
                    Proposed = null,
                }
        );

    private Meeting Seated(PersonInvited e) =>
        this with
        {
            Seats = Seats.SetItem(
                e.SeatId,
                new(e.SeatId, e.PersonId, e.Side, e.Role, e.MayPresent, e.Language, e.HasAccount)
                {
                    AskedBy = e.AskedBy,
                }
            ),
            SeatByPerson = SeatByPerson.SetItem(e.PersonId, e.SeatId),
        };

    private Meeting WithSeat(Guid id, Func<Seat, Seat> change) =>
        this with
        {
            Seats = Seats.SetItem(id, change(Seats[id])),
        };

    private Meeting WithQuestion(Guid id, Func<Question, Question> change)
    {
        var at = Questions.FindIndex(q => q.Id == id);
        return this with { Questions = Questions.SetItem(at, change(Questions[at])) };
    }

    private Meeting WithItem(Guid id, Func<ActionItem, ActionItem> change)
    {
        var at = Items.FindIndex(i => i.Id == id);
        return this with { Items = Items.SetItem(at, change(Items[at])) };
    }
}
