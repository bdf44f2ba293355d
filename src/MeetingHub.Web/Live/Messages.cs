using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>What the server tells a client, unasked. The names are the protocol's; README.md describes each.</summary>
public interface IRoomClient
{
    Task Happened(Told told);
    Task Beat(Beat beat);
    Task Admitted();
    Task ShownOut(string refusal);
    Task PeopleChanged();
}

/// <summary>A fact with its place. A private one has neither type nor fact: only its number, so that there is no gap.</summary>
public sealed record Told(string Epoch, long Seq, Instant At, string? Type, RawJson? Fact);

/// <summary>The server's pulse: where the log stands and what the state there hashes to.</summary>
public sealed record Beat(string Epoch, long Seq, string Fingerprint, Instant At);

/// <summary>The answer to a command. <see cref="Seq"/> is where its fact stands (or the log, if it changed nothing).</summary>
public sealed record Receipt(bool Ok, long Seq, Refused? Refusal);

public sealed record Refused(string Code, string Text);

/// <summary>The answer to joining: a snapshot, or (to a client that knows this epoch) the facts that it missed.</summary>
public sealed record Joined(
    bool Ok,
    Refused? Refusal,
    bool Waiting,
    string Epoch,
    long Seq,
    Instant At,
    RawJson? State,
    IReadOnlyList<Told>? Missed,
    You? You
);

/// <summary>What the server knows of the caller, so that the page can show what they may do. It grants nothing.</summary>
public sealed record You(
    Guid SeatId,
    Side Side,
    SeatRole Role,
    string Language,
    bool MayPresent,
    bool Steers,
    bool Represents,
    IReadOnlyList<Guid> Voted
);

/// <summary>A line of "who is here", for those who steer or present.</summary>
public sealed record PersonHere(
    Guid SeatId,
    string Name,
    Side Side,
    SeatRole Role,
    string Language,
    bool Present,
    bool Waiting,
    bool Removed,
    bool MayPresent,
    Answer Answer
);
