using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Tray;

/// <summary>Puts things before the secretaries of a community, in the caller's own transaction.</summary>
public sealed class SecretaryTray(IClock clock)
{
    private const int LongestArg = 500;

    /// <summary>Adds the entry to <paramref name="db"/>, unless the same one (by <paramref name="once"/>) is there already.</summary>
    public async Task Put(
        HubDb db,
        Guid communityId,
        TrayKind kind,
        string[] args,
        Guid? meetingId = null,
        Guid? subjectId = null,
        string? once = null
    )
    {
        if (once is not null && await db.Tray.AnyAsync(e => e.CommunityId == communityId && e.Once == once))
            return;
        Add(db, communityId, kind, args, meetingId, subjectId, once);
    }

    /// <summary>Adds it without a look whether it is there: for the transaction of a fact, which happens once.</summary>
    public void Add(
        HubDb db,
        Guid communityId,
        TrayKind kind,
        string[] args,
        Guid? meetingId = null,
        Guid? subjectId = null,
        string? once = null
    ) =>
        db.Tray.Add(
            new TrayEntry
            {
                Id = Guid.CreateVersion7(),
                CommunityId = communityId,
                Kind = kind,
                MeetingId = meetingId,
                SubjectId = subjectId,
                Args = [.. args.Select(a => a.Length > LongestArg ? a[..LongestArg] : a)],
                At = clock.GetCurrentInstant(),
                Once = once,
            }
        );
}
