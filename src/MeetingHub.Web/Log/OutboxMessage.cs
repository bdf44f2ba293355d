using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Log;

/// <summary>What a letter is about; its wording is made when it is sent, in the reader's language.</summary>
public enum LetterKind
{
    Invitation,
    Update,
    Cancellation,
    SeriesInvitation,
    SeriesCancellation,
    Reminder,
    PollInvitation,
    PollReminder,
    PollChanged,
    PollWithdrawn,
}

/// <summary>
/// A letter that is owed, written in the transaction of the fact that owes it. <see cref="Secret"/> holds the raw join link,
/// sealed with the data-protection keys, and is wiped once sent: the database alone opens no door.
/// </summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }
    public Guid? MeetingId { get; init; }
    public Guid? SeatId { get; init; }

    /// <summary>What the letter is about when it is not one meeting: a poll, a series.</summary>
    public Guid? SubjectId { get; init; }
    public required Guid PersonId { get; init; }
    public required LetterKind Kind { get; init; }

    /// <summary>The meeting as it stood at this number is what the letter tells.</summary>
    public long AtSeq { get; init; }
    public string? Secret { get; set; }
    public required Instant CreatedAt { get; init; }
    public required Instant DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
    public Instant? SentAt { get; set; }
    public string? SentTo { get; set; }

    /// <summary>Given up after the last retry: shown to the secretary, who can ask for another try.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Which reminder it is, and of which start: a meeting that has moved since is not reminded of.</summary>
    public ReminderKind? Reminder { get; init; }
    public Instant? ReminderOf { get; init; }

    /// <summary>The sender that has it in hand, and until when the others leave it alone.</summary>
    public string? ClaimedBy { get; set; }
    public Instant? ClaimedUntil { get; set; }

    /// <summary>When it was last handed to the way out. Without <see cref="SentAt"/>: nobody knows whether it left.</summary>
    public Instant? BegunAt { get; set; }

    /// <summary>The sender died while it was sending, and a second copy would harm more than none.</summary>
    public bool IsPerhapsSent { get; set; }
}
