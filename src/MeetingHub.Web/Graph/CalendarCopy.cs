using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>How far a meeting's copy in Microsoft 365 has come.</summary>
public enum CopyState
{
    Waiting,
    Done,
    Retrying,
    Refused,

    /// <summary>Taken out; another may be put in.</summary>
    Out,
}

/// <summary>
/// A meeting's event in its organiser's mailbox. The queue is in the row: people count up <see cref="Wanted"/>, in the
/// transaction of the facts that call for it, and the copier brings <see cref="Done"/> or <see cref="Refused"/> up to it. Each
/// column is written by one of the two alone, so that neither overwrites what the other said meanwhile.
/// </summary>
public sealed class CalendarCopy
{
    [Key]
    public required Guid MeetingId { get; init; }

    // What people say.
    public required Guid OrganiserPersonId { get; set; }
    public required string Mailbox { get; set; }

    /// <summary>The community whose mailbox it is: its secretaries alone may change anything here.</summary>
    public required Guid CommunityId { get; set; }

    /// <summary>The secretary in whose name the Teams link goes into the plan.</summary>
    public required Guid AskedBy { get; set; }
    public bool IsWanted { get; set; } = true;
    public long Wanted { get; set; } = 1;

    // What the copier says.
    public long Done { get; set; }
    public long Refused { get; set; }
    public long Tried { get; set; }
    public int Attempts { get; set; }
    public required Instant DueAt { get; set; }
    public GraphFault? LastFault { get; set; }
    public string? EventId { get; set; }
    public string? TeamsLink { get; set; }

    /// <summary>The link that stands in the plan because we put it there; a link of the secretaries' own is never replaced.</summary>
    public string? PlacedLink { get; set; }

    /// <summary>Which event of this meeting it is, from 1: an event deleted in Outlook is made anew as another.</summary>
    public int Making { get; set; } = 1;

    /// <summary>
    /// The event as first posted, while its id is not known. It is posted again word for word: Graph refuses a known
    /// TransactionId with other words (ErrorDuplicateTransactionId), and what has changed meanwhile follows as a PATCH.
    /// </summary>
    public string? Posted { get; set; }

    public bool MayStand => EventId is not null || Posted is not null;

    public CopyState State =>
        Refused >= Wanted ? CopyState.Refused
        : Wanted > Done ? (LastFault is null ? CopyState.Waiting : CopyState.Retrying)
        : IsWanted ? CopyState.Done
        : CopyState.Out;

    public void StandsAs(StandingEvent standing)
    {
        EventId = standing.Id;
        TeamsLink = standing.TeamsLink ?? TeamsLink;
        Posted = null;
    }

    public void IsGone()
    {
        EventId = null;
        TeamsLink = null;
        Posted = null;
        Making++;
    }
}
