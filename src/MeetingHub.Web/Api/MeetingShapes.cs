using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>What a program says about a meeting. <c>Hour</c> answers a skipped or doubled hour: <c>earlier</c> or <c>later</c>.</summary>
public sealed record MeetingIn(
    LocalText Title,
    LocalDateTime Local,
    string Zone,
    int Minutes,
    MeetingKind Kind = MeetingKind.WorkingMeeting,
    HourChoice Hour = HourChoice.Unasked,
    IReadOnlyList<AgendaIn>? Agenda = null,
    string? VideoLink = null,
    bool AdmitAutomatically = false,
    Guid? PartnerId = null,
    IReadOnlyList<PersonIn>? People = null,
    bool Notify = true,
    long? BasedOn = null,
    FallbackIn? Fallback = null
);

/// <summary>Where the meeting goes on if it is cut off, in its own zone.</summary>
public sealed record FallbackIn(LocalDateTime Local, HourChoice Hour = HourChoice.Unasked);

public sealed record AgendaIn(LocalText Title, int Minutes, Guid? Id = null);

/// <summary>A known person by id, or a newcomer by name, with or without e-mail.</summary>
public sealed record PersonIn(
    Guid? PersonId = null,
    string? Name = null,
    string? Email = null,
    string? Language = null,
    Side Side = Side.Partner,
    SeatRole Role = SeatRole.Participant,
    bool? MayPresent = null
);

public sealed record MeetingOut(
    Guid Id,
    MeetingStatus Status,
    MeetingPlan Plan,
    long Revision,
    Guid HostId,
    Guid PartnerId,
    Guid? DeckId,
    IReadOnlyList<SeatOut> Seats
)
{
    public static MeetingOut Of(Meeting m, IReadOnlyDictionary<Guid, string> names) =>
        new(
            m.Id,
            m.Status,
            m.Plan,
            m.PlanRevision,
            m.HostId,
            m.PartnerId,
            m.Deck?.DeckId,
            [.. m.Seats.Values.Where(s => !s.IsRemoved).Select(s => SeatOut.Of(m, s, names[s.Id]))]
        );
}

public sealed record SeatOut(
    Guid SeatId,
    Guid PersonId,
    string Name,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    Answer Answer,
    bool Represents
)
{
    public static SeatOut Of(Meeting m, Seat s, string name) =>
        new(s.Id, s.PersonId, name, s.Side, s.Role, s.MayPresent, s.Language, s.Answer, m.Represents(s));
}

/// <summary>The raw personal links, by seat: given now or never again.</summary>
public sealed record InvitedOut(IReadOnlyDictionary<Guid, string> Links);

public sealed record CancelIn(string? Reason = null);

public sealed record DeckChoiceIn(Guid DeckId);
