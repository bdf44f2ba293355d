using NodaTime;

namespace MeetingHub.Web.Scheduling.Tray;

/// <summary>Why something lies in a secretary's tray.</summary>
public enum TrayKind
{
    /// <summary>A reply by mail from an address that was not asked, or that belongs to somebody else (R4, R5).</summary>
    StrangersReply,

    /// <summary>A reply to an earlier time of the meeting (R3): noted, not counted.</summary>
    StaleReply,

    /// <summary>A reply or another letter that matches no meeting.</summary>
    UnmatchedLetter,

    /// <summary>Somebody asks for another time (R6).</summary>
    TimeProposed,

    /// <summary>A mail server sent one of our letters back.</summary>
    LetterUndelivered,

    /// <summary>New zone data moves a meeting ahead for somebody.</summary>
    ZoneLaw,

    /// <summary>The calendar of Microsoft 365 refused, for good, to follow a meeting.</summary>
    Microsoft365,

    /// <summary>The time for answering a poll is over.</summary>
    PollClosed,
}

/// <summary>
/// Something that a person must look at, because no rule may decide it. Each secretary of the community sees it until one of
/// them puts it away. <see cref="Args"/> fill the places of the text <c>tray.{kind}</c>; what came from outside is among them
/// and is shown as text only.
/// </summary>
public sealed class TrayEntry
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required TrayKind Kind { get; init; }
    public Guid? MeetingId { get; init; }

    /// <summary>The poll, the series or the letter that it is about.</summary>
    public Guid? SubjectId { get; init; }
    public required string[] Args { get; init; }
    public required Instant At { get; init; }

    /// <summary>What makes it the same entry when it is put in twice (a letter's Message-ID, say); null: always a new one.</summary>
    public string? Once { get; init; }
    public Instant? DoneAt { get; set; }
    public Guid? DoneBy { get; set; }
}
