using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Meetings;

/// <summary>A meeting as lists show it.</summary>
public sealed class MeetingRow
{
    public required Guid Id { get; init; }
    public required Guid HostId { get; init; }
    public required Guid PartnerId { get; init; }
    public LocalText Title { get; set; } = LocalText.Empty;
    public MeetingKind Kind { get; set; }
    public MeetingStatus Status { get; set; }
    public Instant Start { get; set; }
    public int Minutes { get; set; }
    public string Zone { get; set; } = "";
}

/// <summary>Keeps <see cref="MeetingRow"/> in step with the facts that lists show.</summary>
public sealed class MeetingRows : ISummary
{
    public async Task Write(HubDb db, Change change, CancellationToken stop)
    {
        if (!change.Facts.Any(f => Shows(f.Fact)))
            return;

        var now = change.After;
        if (await db.Meetings.FindAsync([now.Id], stop) is not { } row)
            db.Meetings.Add(
                row = new MeetingRow
                {
                    Id = now.Id,
                    HostId = now.HostId,
                    PartnerId = now.PartnerId,
                }
            );
        row.Title = now.Plan.Title;
        row.Kind = now.Plan.Kind;
        row.Status = now.Status;
        row.Start = now.Plan.Start;
        row.Minutes = now.Plan.Minutes;
        row.Zone = now.Plan.Zone;
    }

    private static bool Shows(MeetingEvent fact) =>
        fact
            is MeetingScheduled
                or MeetingRescheduled
                or MeetingPostponed
                or MeetingDetailsChanged
                or MeetingCancelled
                or MeetingOpened
                or MeetingPaused
                or MeetingResumed
                or MeetingClosed;
}
