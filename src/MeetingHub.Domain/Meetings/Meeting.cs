using System.Collections.Immutable;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>
/// A meeting as decisions need it: the fold of its log up to <see cref="Seq"/>. Immutable, so that a reader and the door
/// may hold the same one. Nothing here is stored: it is always what the log says.
/// </summary>
public sealed partial record Meeting(Guid Id)
{
    public long Seq { get; init; }
    public Guid HostId { get; init; }
    public Guid PartnerId { get; init; }
    public string HostLanguage { get; init; } = "";
    public string PartnerLanguage { get; init; } = "";
    public MeetingPlan Plan { get; init; } = null!;

    /// <summary>Where it stands in a series of meetings; null for a meeting by itself.</summary>
    public SeriesPlace? Series { get; init; }

    /// <summary>The seq of the last fact that changed the plan: what an edit says it was based on.</summary>
    public long PlanRevision { get; init; }

    /// <summary>RFC 5545's SEQUENCE: rises when the time changes, and with every cancellation, for all or for one.</summary>
    public int CalendarSequence { get; init; }

    /// <summary>The SEQUENCE with which calendars learnt the present time: a reply to a lower one speaks of another time.</summary>
    public int TimeSequence { get; init; }

    /// <summary>RFC 5545's DTSTAMP: whole seconds, and later with each fact that calendars are told of, however close.</summary>
    public Instant CalendarStamp { get; init; }
    public MeetingStatus Status { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>Set from the moment in which it was put off until it goes on: where those in the room are told to come back.</summary>
    public PostponedTo? PostponedTo { get; init; }
    public Instant? OpenedAt { get; init; }
    public Instant? ClosedAt { get; init; }
    public PauseReason? PausedFor { get; init; }
    public Instant? PausedAt { get; init; }
    public Guid? CurrentAgendaItem { get; init; }
    public Instant? AgendaItemOpenedAt { get; init; }

    public ImmutableDictionary<Guid, Seat> Seats { get; init; } = ImmutableDictionary<Guid, Seat>.Empty;
    public ImmutableDictionary<Guid, Guid> SeatByPerson { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;
    public ImmutableDictionary<Guid, JoinLink> Links { get; init; } = ImmutableDictionary<Guid, JoinLink>.Empty;
    public ImmutableHashSet<Guid> Present { get; init; } = [];
    public Guid? HostRepresentative { get; init; }
    public Guid? PartnerRepresentative { get; init; }

    public DeckPlaced? Deck { get; init; }

    /// <summary>The deck lies there still, and its version can be seen by nobody any more.</summary>
    public bool IsDeckWithdrawn { get; init; }
    public string? SlideId { get; init; }
    public int Step { get; init; }
    public Guid? SlidesHeldBy { get; init; }
    public long Fence { get; init; }

    public ImmutableList<Question> Questions { get; init; } = [];
    public ImmutableList<ActionItem> Items { get; init; } = [];

    public static Meeting Of(Guid id, IEnumerable<Recorded> log) =>
        log.Aggregate(new Meeting(id), (meeting, fact) => meeting.Apply(fact));

    public bool IsLive => Status is MeetingStatus.Open or MeetingStatus.Paused;

    public string LanguageOf(Side side) => side == Side.Host ? HostLanguage : PartnerLanguage;

    public Guid CommunityOf(Side side) => side == Side.Host ? HostId : PartnerId;

    public Side? SideOf(Guid communityId) =>
        communityId == HostId ? Side.Host
        : communityId == PartnerId ? Side.Partner
        : null;

    public Seat? SeatOf(Guid personId) => SeatByPerson.TryGetValue(personId, out var id) ? Seats[id] : null;

    public Question? Question(Guid id) => Questions.Find(q => q.Id == id);

    public ActionItem? Item(Guid id) => Items.Find(i => i.Id == id);

    /// <summary>
    /// Who may confirm for a side: the seat it named, else the only head that it asked itself. A head whom the other side
    /// asked in its name must be named first: otherwise one secretary could seat both signatories.
    /// </summary>
    public Guid? RepresentativeOf(Side side)
    {
        var named = side == Side.Host ? HostRepresentative : PartnerRepresentative;
        if (named is { } seat && Seats.TryGetValue(seat, out var still) && !still.IsRemoved)
            return named;

        var heads = Seats.Values.Where(s =>
            s.Side == side && s.Role == SeatRole.Head && s.AskedBy == side && !s.IsRemoved
        );
        return heads.Take(2).ToList() is [var only] ? only.Id : null;
    }

    /// <summary>Asked of everyone who joins: only a head or a named seat is worth a look through all the seats.</summary>
    public bool Represents(Seat seat) =>
        (seat.Role == SeatRole.Head || seat.Id == HostRepresentative || seat.Id == PartnerRepresentative)
        && RepresentativeOf(seat.Side) == seat.Id;

    public bool IsAdmitted(Seat seat) =>
        !seat.IsRemoved
        && (seat.HasAccount || seat.IsAdmitted || seat.Role == SeatRole.Chamber || Plan.AdmitAutomatically);
}
