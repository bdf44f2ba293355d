using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Graph;

/// <summary>Notes, in the transaction of the facts, that a meeting's copy must follow: nothing is lost with a crash after it.</summary>
public sealed class CalendarCopyRows : ISummary
{
    public async Task Write(HubDb db, Change change, CancellationToken stop)
    {
        if (!change.Facts.Any(f => f.Fact is MeetingRescheduled or MeetingDetailsChanged or MeetingCancelled))
            return;
        if (!ShowsIn(change.Before, change.After))
            return;
        if (await db.CalendarCopies.FindAsync([change.After.Id], stop) is { IsWanted: true } copy)
            copy.Wanted++;
    }

    // The agenda and the video link are no part of the event: the Teams link that we place ourselves calls for no PATCH.
    private static bool ShowsIn(Meeting before, Meeting after) =>
        before.Status != after.Status
        || !before.Plan.SameTime(after.Plan)
        || !before.Plan.Title.Equals(after.Plan.Title);
}
