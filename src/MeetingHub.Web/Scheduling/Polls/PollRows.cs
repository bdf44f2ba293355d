using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>A poll about a meeting's time. It is no log: what came of it stands in the meeting's own.</summary>
public sealed class PollRow
{
    public required Guid Id { get; init; }
    public required Guid HostId { get; init; }
    public required Guid PartnerId { get; init; }
    public required LocalText Title { get; init; }
    public required MeetingKind Kind { get; init; }
    public required int Minutes { get; init; }
    public string? Note { get; init; }
    public required Instant Deadline { get; set; }
    public required string DeadlineZone { get; set; }
    public PollStatus Status { get; set; }

    /// <summary>A store's own guard besides: of two writers who saw the same, the second is refused.</summary>
    public long Revision { get; set; }
    public Guid? ChosenOption { get; set; }
    public required Guid CreatedBy { get; init; }
    public required Instant CreatedAt { get; init; }
}

public sealed class PollOptionRow
{
    public required Guid Id { get; init; }
    public required Guid PollId { get; init; }
    public required LocalDateTime Local { get; init; }
    public required string Zone { get; init; }
    public required Instant Start { get; init; }
}

/// <summary>Somebody who is asked, with what they said besides their votes.</summary>
public sealed class PollVoterRow
{
    public required Guid PollId { get; init; }
    public required Guid PersonId { get; init; }
    public required Side Side { get; init; }
    public required SeatRole Role { get; init; }
    public required bool IsRequired { get; init; }
    public long BallotRevision { get; set; }
    public string? Comment { get; set; }
    public Instant? SavedAt { get; set; }
    public Instant? RemindedAt { get; set; }

    /// <summary>What they chose on their page; null: their own. A link is no sign-in, so an account's own settings stay.</summary>
    public string? Language { get; set; }
    public string? Zone { get; set; }
}

/// <summary>
/// A personal link to a poll, as a hash. Each letter has one of its own, drawn when it is written: the secret is never kept, not
/// even while the letter waits.
/// </summary>
public sealed class PollLink
{
    public required string Hash { get; init; }
    public required Guid PollId { get; init; }
    public required Guid PersonId { get; init; }
    public required Instant IssuedAt { get; init; }
    public Instant? RevokedAt { get; set; }
}

/// <summary>One person's answer about one time.</summary>
public sealed class PollBallotRow
{
    public required Guid PollId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid OptionId { get; init; }
    public required Vote Vote { get; set; }
}
