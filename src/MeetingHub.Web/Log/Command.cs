using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using NodaTime;

namespace MeetingHub.Web.Log;

/// <summary>
/// Something that somebody asks of a meeting. <see cref="Operation"/> is chosen by their client: the same one twice has the
/// effect of once. <see cref="Alongside"/> writes rows that must stand or fall with the facts (a link's hash, say).
/// </summary>
public sealed record Command(Guid? By, Func<Meeting, Instant, Decision> Decide)
{
    public Guid? Operation { get; init; }
    public Action<HubDb, Change>? Alongside { get; init; }

    /// <summary>No letters are owed for this: an import, a rehearsal, a load test.</summary>
    public bool SaysNothing { get; init; }
    public bool MayBegin { get; init; }
}

/// <summary>What came of a command: the meeting as it now stands, or the reason for a no.</summary>
public sealed record Outcome(Meeting? Meeting, Refusal? Refusal, long Seq);

/// <summary>A meeting before and after some facts.</summary>
public sealed record Change(Meeting Before, Meeting After, IReadOnlyList<Recorded> Facts, bool SaysNothing);

/// <summary>Keeps rows that follow from facts (for listing, searching, sending) in the facts' own transaction.</summary>
public interface ISummary
{
    Task Write(HubDb db, Change change, CancellationToken stop);
}

/// <summary>Hears facts once they are on disk, in order, one meeting at a time; must neither wait nor throw.</summary>
public interface IListener
{
    void Hear(Meeting after, IReadOnlyList<Recorded> facts);
}
