using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Domain.Folds;

/// <summary>
/// What everyone in the room may see, whatever their rights: no names, no seats but the driver's, no guest list. A client
/// that starts from it and applies the public facts that follow arrives at the same state, as its fingerprint proves.
/// </summary>
public sealed record LiveState(
    MeetingStatus Status,
    PauseReason? PausedFor,
    Instant? PausedAt,
    Instant? OpenedAt,
    LiveDeck? Deck,
    string? SlideId,
    int Step,
    Guid? SlidesHeldBy,
    long Fence,
    Guid? AgendaItemId,
    Instant? AgendaItemOpenedAt,
    PostponedTo? GoesOn,
    IReadOnlyList<LiveQuestion> Questions,
    IReadOnlyList<LiveItem> Items
)
{
    public static LiveState Of(Meeting m) =>
        new(
            m.Status,
            m.PausedFor,
            m.PausedAt,
            m.OpenedAt,
            m.Deck is { } deck ? new LiveDeck(deck.DeckId, deck.Version, deck.Title, m.IsDeckWithdrawn) : null,
            m.SlideId,
            m.Step,
            m.SlidesHeldBy,
            m.Fence,
            m.CurrentAgendaItem,
            m.AgendaItemOpenedAt,
            m.PostponedTo,
            [.. m.Questions.Select(LiveQuestion.Of)],
            [.. m.Items.Select(LiveItem.Of)]
        );
}

public sealed record LiveDeck(Guid DeckId, string Version, LocalText Title, bool Withdrawn);

public sealed record LiveQuestion(
    Guid Id,
    Side Side,
    string Language,
    string Text,
    int Votes,
    bool Answered,
    string? Note
)
{
    public static LiveQuestion Of(Question q) =>
        new(q.Id, q.Side, q.Language, q.Text, q.Voters.Count, q.IsAnswered, q.AnswerNote);
}

public sealed record LiveItem(
    Guid Id,
    Side ProposedBy,
    int Revision,
    Wording Wording,
    string Hash,
    ActionStatus Status,
    bool Host,
    bool Partner,
    bool HostWouldDrop,
    bool PartnerWouldDrop,
    string? DoneNote
)
{
    public static LiveItem Of(ActionItem i) =>
        new(
            i.Id,
            i.ProposedBy,
            i.Revision,
            i.Wording,
            i.Hash,
            i.Status,
            i.Host is not null,
            i.Partner is not null,
            i.HostWouldDrop,
            i.PartnerWouldDrop,
            i.DoneNote
        );
}
