using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>The shape of the JSON record: a member's name and place here is its name and place in the file.</summary>
internal sealed record RecordDocument(
    string Format,
    Guid Meeting,
    long Seq,
    MeetingStatus Status,
    MeetingKind Kind,
    LocalText Title,
    Instant PlannedStart,
    Instant PlannedEnd,
    Instant? OpenedAt,
    Instant? ClosedAt,
    RecordDelegation Host,
    RecordDelegation Partner,
    IReadOnlyList<RecordAgendaItem> Agenda,
    IReadOnlyList<RecordSlide> Slides,
    IReadOnlyList<Pause> Pauses,
    IReadOnlyList<RecordQuestion> Questions,
    IReadOnlyList<RecordActionItem> ActionItems,
    IReadOnlyList<RecordRemark> Remarks,
    IReadOnlyList<Postponement> Postponements
);

internal sealed record RecordDelegation(
    Guid CommunityId,
    LocalText Name,
    string Country,
    string Zone,
    string Language,
    Guid? RepresentativeSeatId,
    IReadOnlyList<RecordPerson> People
);

internal sealed record RecordPerson(Guid SeatId, string? Name, SeatRole Role, IReadOnlyList<Stay> Stays);

internal sealed record RecordAgendaItem(Guid Id, LocalText Title, int Minutes, IReadOnlyList<Instant> TakenUpAt);

internal sealed record RecordSlide(string Version, string SlideId, LocalText? Title, Instant ShownAt);

internal sealed record RecordQuestion(
    Guid Id,
    Side Side,
    Guid SeatId,
    string? Name,
    string Language,
    string Text,
    Instant AskedAt,
    Instant? AnsweredAt,
    string? AnswerNote
);

internal sealed record RecordActionItem(
    Guid Id,
    ActionStatus Status,
    int Revision,
    string Hash,
    LocalText Text,
    Side OwnerSide,
    LocalText Owner,
    LocalDate? Due,
    bool NeedsDeliberation,
    RecordConfirmation? HostConfirmed,
    RecordConfirmation? PartnerConfirmed,
    Instant? AgreedAt,
    string? DoneNote
);

internal sealed record RecordConfirmation(Guid SeatId, string? Name, string Hash, Instant At);

internal sealed record RecordRemark(
    Guid Id,
    string Section,
    Side Side,
    string? Name,
    string Language,
    string Text,
    Instant At
);
