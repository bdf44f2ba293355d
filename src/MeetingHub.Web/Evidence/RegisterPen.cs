using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Evidence;

/// <summary>
/// Writes rows into somebody's unit of work, each with its history. It asks no questions: who may do what is settled before, by
/// <see cref="RegisterBook"/> and <see cref="ReleaseDesk"/>, and nobody else holds it.
/// </summary>
internal sealed class RegisterPen(HubDb db, Guid communityId, Guid by, string way, Instant now)
{
    public RegisterRow Put(RegisterRow? row, IEntry entry)
    {
        if (row is null)
        {
            row = new RegisterRow
            {
                CommunityId = communityId,
                Register = entry.Register,
                Key = entry.Id,
                Body = "",
            };
            db.RegisterRows.Add(row);
        }

        row.Body = EventJson.Write<object>(entry);
        row.Access = entry.Access;
        row.Search = SearchText.Of(entry);
        row.IsRemoved = false;
        Note(row, row.Body);
        return row;
    }

    /// <summary>The row stays, hidden: what it was guarded by must be known when it comes again.</summary>
    public void Remove(RegisterRow row)
    {
        row.IsRemoved = true;
        Note(row, null);
    }

    /// <summary>
    /// Asks for what one person alone may not do. What was asked about the same rows before has lapsed: it is never changed in
    /// place, because the second person may have it before their eyes.
    /// </summary>
    public async Task Ask(
        IReadOnlyCollection<(IEntry Asked, int Revision)> asks,
        string? reason,
        CancellationToken stop
    )
    {
        if (asks.Count == 0)
            return;
        var rows = asks.Select(a => (a.Asked.Register, a.Asked.Id)).ToHashSet();
        var waiting = await db
            .Releases.Where(r => r.CommunityId == communityId && r.Status == ReleaseStatus.Waiting)
            .ToListAsync(stop);
        foreach (var before in waiting.Where(r => rows.Contains((r.Register, r.Key))))
            (before.Status, before.DecidedBy, before.DecidedAt) = (ReleaseStatus.Lapsed, by, now);

        var batch = Guid.CreateVersion7();
        foreach (var (asked, revision) in asks)
        {
            db.Releases.Add(
                new ReleaseRow
                {
                    Id = Guid.CreateVersion7(),
                    CommunityId = communityId,
                    Register = asked.Register,
                    Key = asked.Id,
                    Revision = revision,
                    Access = asked.Access,
                    ReleaseAfter = asked.ReleaseAfter,
                    Reason = reason,
                    Batch = batch,
                    AskedBy = by,
                    AskedAt = now,
                }
            );
        }
    }

    /// <summary>Tells whatever was made from the registers that it may no longer hold.</summary>
    public async Task Count(AuditTrail audit, string subject, CancellationToken stop)
    {
        if (await db.RegisterStates.FindAsync([communityId], stop) is not { } state)
            db.RegisterStates.Add(state = new RegisterState { CommunityId = communityId });
        state.Revision++;
        state.UpdatedAt = now;
        audit.Note(db, by, $"registers_{way}", subject);
        await db.SaveChangesAsync(stop);
    }

    private void Note(RegisterRow row, string? body)
    {
        row.Revision++;
        (row.UpdatedAt, row.UpdatedBy) = (now, by);
        db.RegisterChanges.Add(
            new RegisterChange
            {
                CommunityId = communityId,
                Register = row.Register,
                Key = row.Key,
                Revision = row.Revision,
                Body = body,
                At = now,
                By = by,
                Way = way,
            }
        );
    }
}
